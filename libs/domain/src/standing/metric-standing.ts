import { type CountedDay, withheldBuckets } from '../anonymity/index.js';
import type { CascadeTarget } from '../goal-cascade/index.js';
import {
  evaluateFormula,
  FormulaError,
  type MetricClass,
  metricsOf,
  parseFormula,
} from '../metric-definition/index.js';
import { MEASURED_AGGREGATIONS, type MeasuredAggregation, mergeAll, type Tally, measureOf } from '../series/index.js';
import { type Difference, differenceOf, type Estimate } from './estimate.js';
import { experienceScore, type ScoredDefinition } from './experience-score.js';
import { type Outlook, targetOutlook } from './target-outlook.js';

/** What a standing is made from: a metric as it is defined today, its targets, and its months since the last break. */
export interface StandingFacts<Target extends CascadeTarget = CascadeTarget> extends ScoredDefinition {
  readonly id: string;
  readonly key: string;
  readonly class: MetricClass;
  readonly formula: string | null;
  readonly cadenceDays: number | null;
  readonly targets: readonly Target[];
  /** Oldest first; only those that may be compared with today. */
  readonly months: readonly MonthTally[];
  /** Who answered, by month, in the whole quarters that those lie in; null for a metric of state. */
  readonly people: readonly CountedDay[] | null;
  readonly lastAt: number | null;
}

export interface MonthTally extends Tally {
  /** When the month begins by the organisation's clock. */
  readonly at: number;
  /** Its first day, YYYY-MM-DD. */
  readonly day: string;
}

export interface StandingContext {
  readonly now: number;
  readonly today: string;
  readonly minimumGroupSize: number;
}

export const FRESHNESSES = ['fresh', 'stale', 'none'] as const;
export type Freshness = (typeof FRESHNESSES)[number];

export interface MonthValue extends Estimate {
  readonly at: number;
  readonly n: number | null;
}

export interface MetricStanding<Target extends CascadeTarget = CascadeTarget> {
  /** Of the latest finished month that may be shown. */
  readonly latest: MonthValue | null;
  /** Too few people answered in every month there is. */
  readonly suppressed: boolean;
  readonly months: readonly MonthValue[];
  /** Against the month a quarter of a year before. */
  readonly difference: Difference | null;
  readonly outlook: Outlook;
  readonly target: Target | null;
  readonly projected: number | null;
  readonly freshness: Freshness;
  readonly lastAt: number | null;
  /** The latest value on the scale from 0 to 100; of perception metrics only. */
  readonly score: Estimate | null;
}

const DAY_MS = 86_400_000;
/** A value that is two cadences old is stale; where none was agreed, a month is taken for one. */
const CADENCES = 2;
const DEFAULT_CADENCE_DAYS = 31;
/** A quarter of a year, less what short months take from it. */
const QUARTER_MS = 88 * DAY_MS;
/** From where a month begins by any clock to a day that is in it by every clock. */
const MID_MONTH_MS = 14 * DAY_MS;

/** The months that may be shown: the same ones that the page of the metric shows. */
function shownMonths({ months, people }: StandingFacts, minimumGroupSize: number): MonthTally[] {
  const isWithheld = withheldBuckets({ people, grain: 'month', minimumGroupSize });
  return months.filter(({ day }) => !isWithheld(day));
}

export function freshnessOf(lastAt: number | null, cadenceDays: number | null, now: number): Freshness {
  if (lastAt === null) return 'none';
  return now - lastAt <= CADENCES * (cadenceDays ?? DEFAULT_CADENCE_DAYS) * DAY_MS ? 'fresh' : 'stale';
}

/** What of a metric's observations makes its number: null for formulas, which are made from others. */
export function measuredOf(facts: ScoredDefinition, tally: Tally): (Estimate & { readonly n: number }) | null {
  const aggregation = MEASURED_AGGREGATIONS.find((each) => each === facts.aggregation);
  if (!aggregation) return null;
  const { scaleMinimum, scaleMaximum } = facts;
  const definition: { aggregation: MeasuredAggregation } & Partial<ScoredDefinition> = {
    aggregation,
    scaleMinimum,
    scaleMaximum,
  };
  const { value, lower, upper, n } = measureOf({ definition, tally });
  return value === null ? null : { value, lower, upper, n };
}

/** An estimate on the scale from 0 to 100; null where the metric has no place on it. */
export function scoreOf(facts: ScoredDefinition, { value, lower, upper }: Estimate): Estimate | null {
  const at = (x: number | null) => (x === null ? null : experienceScore(facts, x));
  const score = at(value);
  if (score === null) return null;
  const [from, to] = facts.direction === 'lower' ? [upper, lower] : [lower, upper];
  return { value: score, lower: at(from), upper: at(to) };
}

/**
 * What several months together measure, from a moment on; `suppressed` where none of them may be shown. Withheld months
 * are left out although the others might hide them: the same window a month shorter would lay them bare.
 */
export function windowOf(
  facts: StandingFacts,
  from: number,
  minimumGroupSize: number,
): (Estimate & { readonly n: number }) | 'suppressed' | null {
  const inside = ({ at }: MonthTally): boolean => at >= from;
  const tally = mergeAll(shownMonths(facts, minimumGroupSize).filter(inside));
  if (tally) return measuredOf(facts, tally);
  return facts.months.some(inside) ? 'suppressed' : null;
}

/** Where metrics stand, by id. Formulas are read over the months of the others, so all that they name must be there. */
export function metricStandings<Target extends CascadeTarget>(
  all: readonly StandingFacts<Target>[],
  context: StandingContext,
): Map<string, MetricStanding<Target>> {
  const series = seriesOf(all, context);
  return new Map(all.map((facts) => [facts.id, standingOf(facts, series(facts.key), context)]));
}

interface Series {
  readonly months: readonly MonthValue[];
  readonly lastAt: number | null;
  readonly freshness: (now: number) => Freshness;
  readonly suppressed: boolean;
}

function standingOf<Target extends CascadeTarget>(
  facts: StandingFacts<Target>,
  { months, lastAt, freshness, suppressed }: Series,
  { now, today }: StandingContext,
): MetricStanding<Target> {
  const latest = months.at(-1) ?? null;
  const before = latest && months.findLast(({ at }) => latest.at - at >= QUARTER_MS);
  const { outlook, target, projected } = targetOutlook({
    direction: facts.direction,
    targets: facts.targets,
    today,
    months,
  });
  return {
    latest,
    suppressed: suppressed && latest === null,
    months,
    difference: latest && before ? differenceOf(latest, before, facts.direction) : null,
    outlook,
    target,
    projected,
    freshness: freshness(now),
    lastAt,
    score: latest && facts.class === 'perception' ? scoreOf(facts, latest) : null,
  };
}

const NOTHING: Series = { months: [], lastAt: null, freshness: () => 'none', suppressed: false };

/** The months of every metric by key, those of formulas from those of their parts. */
function seriesOf(all: readonly StandingFacts[], context: StandingContext): (key: string) => Series {
  const byKey = new Map(all.map((facts) => [facts.key, facts]));
  const known = new Map<string, Series>();
  const series = (key: string): Series => {
    const ready = known.get(key);
    if (ready) return ready;
    // Stored first: a circle, which saving refuses, would otherwise never end.
    known.set(key, NOTHING);
    const facts = byKey.get(key);
    const found = !facts ? NOTHING : facts.formula ? ofFormula(facts.formula, series) : ofTallies(facts, context);
    known.set(key, found);
    return found;
  };
  return series;
}

/** A month that still runs says too little: a sum of three weeks is no month's. It counts only where there is no other. */
export function finishedMonths<Month extends { readonly at: number }>(
  months: readonly Month[],
  today: string,
): readonly Month[] {
  const finished = months.filter(({ at }) => new Date(at + MID_MONTH_MS).toISOString().slice(0, 7) < today.slice(0, 7));
  return finished.length > 0 ? finished : months;
}

function ofTallies(facts: StandingFacts, { minimumGroupSize, today }: StandingContext): Series {
  const finished = finishedMonths(facts.months, today);
  const shown = shownMonths({ ...facts, months: [...finished] }, minimumGroupSize);
  const months = shown.flatMap((tally) => {
    const measured = measuredOf(facts, tally);
    return measured ? [{ at: tally.at, ...measured }] : [];
  });
  return {
    months,
    lastAt: facts.lastAt,
    freshness: (now) => freshnessOf(facts.lastAt, facts.cadenceDays, now),
    suppressed: shown.length < finished.length,
  };
}

/** A month of a formula takes the values of that month alone; it is as old as the oldest of its parts. */
function ofFormula(text: string, series: (key: string) => Series): Series {
  try {
    const formula = parseFormula(text);
    const parts = new Map(metricsOf(formula).map((key) => [key, series(key)]));
    const moments = [...new Set([...parts.values()].flatMap(({ months }) => months.map((month) => month.at)))];
    const months = moments
      .toSorted((a, b) => a - b)
      .flatMap((moment) => {
        const valueOf = (key: string) => parts.get(key)?.months.find(({ at }) => at === moment)?.value ?? null;
        const { value } = evaluateFormula(formula, valueOf);
        return value === null ? [] : [{ at: moment, value, lower: null, upper: null, n: null }];
      });
    const known = [...parts.values()].filter(({ lastAt }) => lastAt !== null);
    return {
      months,
      lastAt: known.length === 0 ? null : Math.min(...known.map(({ lastAt }) => lastAt as number)),
      freshness: (now) =>
        known.length === 0 ? 'none' : known.every((part) => part.freshness(now) === 'fresh') ? 'fresh' : 'stale',
      suppressed: known.some(({ suppressed }) => suppressed),
    };
  } catch (error) {
    if (error instanceof FormulaError) return NOTHING;
    throw error;
  }
}
