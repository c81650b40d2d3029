import type { Aggregation, MetricDefinition } from '../metric-definition/index.js';
import type { Tally } from '../series/index.js';
import type { EffectMethod } from './effect-registration.js';

/** What of a metric's definition a judgement needs. */
export type JudgedDefinition = Pick<MetricDefinition, 'aggregation' | 'scaleMinimum' | 'scaleMaximum'>;

/** What observations say together, in the metric's unit. */
export interface JudgedCell {
  readonly n: number;
  readonly value: number;
  /** Of one observation; null where only buckets vary, as with sums and stocks. */
  readonly variance: number | null;
  /** How many of n count, where value is 100 · successes / n. */
  readonly successes: number | null;
}

const NOBODY_JUDGES: readonly Aggregation[] = ['formula', 'minimum', 'maximum'];
/** One number per bucket, without a spread of its own. */
const ONE_PER_BUCKET: readonly Aggregation[] = ['sum', 'last'];

/**
 * Whether a method can judge a metric of this kind. A minimum or maximum depends on how many observations there are; a formula
 * has no observations of its own; and a sum or a stock has one number per bucket, which needs a model of its course over time.
 */
export const canJudge = (method: EffectMethod, { aggregation }: JudgedDefinition): boolean =>
  !NOBODY_JUDGES.includes(aggregation) && (method !== 'before_after' || !ONE_PER_BUCKET.includes(aggregation));

export const isOnePerBucket = ({ aggregation }: JudgedDefinition): boolean => ONE_PER_BUCKET.includes(aggregation);

/** Lowest and highest value that the metric can take; null where there is no end. */
export function rangeOf(definition: JudgedDefinition): { readonly low: number | null; readonly high: number | null } {
  const { aggregation, scaleMinimum, scaleMaximum } = definition;
  if (aggregation === 'nps') return { low: -100, high: 100 };
  if (aggregation === 'csat' || aggregation === 'top_box' || aggregation === 'share') return { low: 0, high: 100 };
  if (aggregation === 'rate') return { low: 0, high: null };
  return { low: scaleMinimum, high: scaleMaximum };
}

/** Null where a tally holds nothing that counts, such as ratings off the scale only. */
export function judgedCell(definition: JudgedDefinition, tally: Tally | null): JudgedCell | null {
  if (!tally) return null;
  const { aggregation } = definition;
  const { n, sum, sumOfSquares } = tally;
  switch (aggregation) {
    case 'nps':
      return ratedCell(tally, 0, 10, (rating) => (rating >= 9 ? 100 : rating >= 7 ? 0 : -100));
    case 'ces':
      return ratedCell(tally, definition.scaleMinimum, definition.scaleMaximum, (rating) => rating);
    case 'csat':
      return boxesCell(definition, tally, 2);
    case 'top_box':
      return boxesCell(definition, tally, 1);
    case 'share':
      if (!(n > 0)) return null;
      return Number.isInteger(sum) && Number.isInteger(n) && sum >= 0 && sum <= n
        ? shareCell(sum, n)
        : { n, value: (100 * sum) / n, variance: null, successes: null };
    case 'rate':
      // Events as Poisson counts: of one opportunity the variance is the rate itself.
      return n > 0 ? { n, value: sum / n, variance: sum / n, successes: null } : null;
    case 'mean':
      return n > 0 ? momentsCell(n, sum, sumOfSquares) : null;
    case 'sum':
      return { n: 1, value: sum, variance: null, successes: null };
    case 'last':
      return { n: 1, value: tally.last, variance: null, successes: null };
    case 'minimum':
    case 'maximum':
    case 'formula':
      return null;
  }
}

const shareCell = (successes: number, n: number): JudgedCell => {
  const p = successes / n;
  return { n, value: 100 * p, variance: n > 1 ? (10_000 * p * (1 - p) * n) / (n - 1) : null, successes };
};

function momentsCell(n: number, sum: number, sumOfSquares: number): JudgedCell {
  const value = sum / n;
  // What is smaller than the rounding of its own terms is 0: values that are all equal do not vary.
  const squares = sumOfSquares - sum * value;
  const spread = squares <= 8 * Number.EPSILON * sumOfSquares ? 0 : squares;
  return { n, value, variance: n > 1 ? spread / (n - 1) : null, successes: null };
}

function ratedCell(
  { counts }: Tally,
  low: number | null,
  high: number | null,
  points: (rating: number) => number,
): JudgedCell | null {
  if (low === null || high === null) throw new RangeError('Ratings are judged on a scale.');
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let rating = low; rating <= high; rating += 1) {
    const count = counts?.[rating] ?? 0;
    n += count;
    sum += count * points(rating);
    squares += count * points(rating) ** 2;
  }
  return n > 0 ? momentsCell(n, sum, squares) : null;
}

function boxesCell(
  { scaleMinimum, scaleMaximum }: JudgedDefinition,
  { counts }: Tally,
  boxes: number,
): JudgedCell | null {
  if (scaleMinimum === null || scaleMaximum === null) throw new RangeError('Ratings are judged on a scale.');
  let n = 0;
  let successes = 0;
  for (let rating = scaleMinimum; rating <= scaleMaximum; rating += 1) {
    const count = counts?.[rating] ?? 0;
    n += count;
    if (rating > scaleMaximum - boxes) successes += count;
  }
  return n > 0 ? shareCell(successes, n) : null;
}
