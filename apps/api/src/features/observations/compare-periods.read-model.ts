import { Injectable } from '@nestjs/common';
import {
  type SeriesComparison,
  comparePoints,
  compareTallies,
  mergeAll,
  startOfDay,
  type Tally,
  ValidationError,
} from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { asEnum } from '../../platform/graphql/enum-names.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type AssembledPoint, assembleSeries } from './assemble-series.js';
import { GapReasonEnum, type GrainEnum, type SegmentInput } from './metric-series.type.js';
import {
  ComparisonRefusalEnum,
  type ComparisonTestEnum,
  type PeriodComparisonType,
  type PeriodInput,
} from './period-comparison.type.js';
import { type SeriesAsked, type SeriesFacts, seriesFacts } from './series-facts.js';

export interface PeriodsAsked {
  readonly metricId: string;
  readonly grain: GrainEnum;
  readonly period: PeriodInput;
  readonly reference: PeriodInput;
  readonly segment?: SegmentInput | null;
}

/** One observation of these says nothing of another: what is compared are the values of the points. */
const BY_POINTS: readonly string[] = ['sum', 'minimum', 'maximum', 'last'];

/** Whether a metric differs between two stretches of time, from the points that are shown of them and nothing else. */
@Injectable()
export class ComparePeriodsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async compare(principal: Principal, asked: PeriodsAsked): Promise<PeriodComparisonType> {
    const { metricId, grain, segment } = asked;
    const [period, reference] = [demandPeriod(asked.period, 'period'), demandPeriod(asked.reference, 'reference')];
    if (period.from < reference.to && reference.from < period.to)
      throw ValidationError.of('reference', 'overlap', 'The two periods have days in common.');
    const [from, to] = period.from < reference.from ? [period.from, reference.to] : [reference.from, period.to];
    const whole: SeriesAsked = { metricId, grain, ...period, segment, also: reference };
    const facts = await this.unitOfWork.read(principal, (transaction) => seriesFacts(transaction, whole));
    const points = assembleSeries(facts, whole);
    const [a, b] = [period, reference].map((each) => sideOf(points, each));
    const broken = breakInside(facts, from, to);
    const counts = (side: Side) => ({ points: side.shown.length, withheld: side.withheld });
    if (broken) {
      const none = { test: null, difference: null, lower: null, upper: null, p: null };
      const empty = (side: Side) => ({ ...counts(side), value: null, n: null });
      return {
        ...none,
        period: empty(a!),
        reference: empty(b!),
        refusal: ComparisonRefusalEnum.BROKEN,
        brokenBy: broken,
      };
    }
    const { valueA, valueB, nA, nB, refusal, test, ...answer } = compareSides(a!, b!);
    return {
      ...answer,
      test: test && asEnum<ComparisonTestEnum>(test),
      period: { ...counts(a!), value: valueA, n: nA },
      reference: { ...counts(b!), value: valueB, n: nB },
      refusal: refusal && asEnum<ComparisonRefusalEnum>(refusal),
      brokenBy: null,
    };
  }
}

interface Side {
  readonly shown: readonly AssembledPoint[];
  /** Points left out because too few people stand behind them. */
  readonly withheld: number;
}

function sideOf(points: readonly AssembledPoint[], { from, to }: PeriodInput): Side {
  const own = points.filter(({ control: { at } }) => at >= from.getTime() && at < to.getTime());
  return {
    shown: own.filter(({ value }) => value !== null),
    withheld: own.filter(({ reason }) => reason === GapReasonEnum.TOO_FEW).length,
  };
}

function compareSides(a: Side, b: Side): SeriesComparison {
  const definition = [...a.shown, ...b.shown].find((point) => point.definition)?.definition;
  const values = ({ shown }: Side) => shown.map(({ value }) => value!);
  if (!definition || BY_POINTS.includes(definition.aggregation)) return comparePoints(values(a), values(b));
  const tally = ({ shown }: Side) => mergeAll(shown.flatMap((point): Tally[] => (point.tally ? [point.tally] : [])));
  return compareTallies(definition, tally(a), tally(b));
}

/** The first break after which numbers of a stretch do not continue those before. */
export function breakInside({ breaks, timeZone }: Pick<SeriesFacts, 'breaks' | 'timeZone'>, from: Date, to: Date) {
  return breaks.find(({ beginsOn }) => {
    const at = startOfDay(beginsOn, timeZone);
    return at > from.getTime() && at < to.getTime();
  });
}

function demandPeriod(period: PeriodInput, path: string): PeriodInput {
  if (period.from >= period.to)
    throw ValidationError.of(`${path}.to`, 'before_start', 'The end lies before the beginning.');
  return period;
}
