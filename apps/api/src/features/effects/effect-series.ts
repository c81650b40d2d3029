import type {
  Day,
  EffectBucket,
  EffectInput,
  EffectRegistration,
  EffectTarget,
  JudgedDefinition,
} from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { assembleSeries, type GrainEnum, type SeriesFacts, seriesFacts, versionOn } from '../observations/index.js';

export interface ReadEffect {
  readonly input: EffectInput;
  /** Days of the metric or of its control are still to be computed. */
  readonly pending: boolean;
  /** The last observation, of any segment. */
  readonly lastAt: Date | null;
  /** Buckets that tell of too few people; they count as not observed. */
  readonly withheld: number;
}

interface Stretch {
  readonly grain: EffectRegistration['grain'];
  readonly from: Day;
  readonly until: Day;
}

const DAY_MS = 86_400_000;
/** Three earlier years may be compared with, and the weeks around them. */
const YEARS_BACK_DAYS = 3 * 366 + 14;

/** The series that a registration is judged by, up to a day: from roll-ups, so that it costs the same however much was observed. */
export async function readEffect(
  transaction: Transaction,
  registration: EffectRegistration,
  until: Day,
): Promise<ReadEffect> {
  const { grain, baselineFrom, control, launchOn } = registration;
  const from = new Date(Date.parse(baselineFrom) - YEARS_BACK_DAYS * DAY_MS).toISOString().slice(0, 10);
  const own = await readTarget(transaction, registration, { grain, from, until });
  const compared = control && (await readTarget(transaction, control, { grain, from, until }));
  const { aggregation, scaleMinimum, scaleMaximum } = versionOn(own.versions, launchOn);
  const definition = { aggregation, scaleMinimum, scaleMaximum } as JudgedDefinition;
  return {
    input: {
      registration,
      definition,
      series: own.series,
      control: compared?.series ?? [],
      breaks: own.breaks,
      controlBreaks: compared?.breaks ?? [],
    },
    pending: own.facts.pending || (compared?.facts.pending ?? false),
    lastAt: own.facts.lastAt,
    withheld: own.withheld + (compared?.withheld ?? 0),
  };
}

async function readTarget(transaction: Transaction, { metricId, segment }: EffectTarget, stretch: Stretch) {
  const asked = {
    metricId,
    grain: stretch.grain as GrainEnum,
    from: new Date(Date.parse(stretch.from) - DAY_MS),
    to: new Date(Date.parse(stretch.until) + DAY_MS),
    segment,
  };
  const facts: SeriesFacts = await seriesFacts(transaction, asked);
  const points = assembleSeries(facts, asked).filter(({ day }) => day >= stretch.from && day < stretch.until);
  const series: EffectBucket[] = points.map(({ day, tally }) => ({ start: day, tally }));
  const { versions } = facts.metrics.find(({ id }) => id === metricId)!;
  const breaks = [...new Set(facts.breaks.map(({ beginsOn }) => beginsOn))].sort();
  return { facts, series, versions, breaks, withheld: points.filter(({ reason }) => reason === 'too_few').length };
}
