import {
  type Estimate,
  estimateDifference,
  meanInterval,
  npsDifference,
  twoProportions,
  welchT,
} from '@touchstone/metrics';
import { controlPointOf } from '../signals/control-point.js';
import { type MeasuredDefinition, measureOf, npsCountsOf, ratingsOf, sumsOf } from './measure-of.js';
import type { Tally } from './tally.js';

/** With fewer on one side a difference says nothing. */
export const FEWEST_TO_COMPARE = 5;

/** Welch's test of single values; of the values of points; two proportions; adjusted Wald of NPS; two rates. */
export type ComparisonTest = 'welch' | 'welch_of_points' | 'two_proportions' | 'nps' | 'two_rates';

export type ComparisonRefusal = 'too_few' | 'not_counted' | 'no_variation' | 'no_test';

export interface SeriesComparison {
  readonly test: ComparisonTest | null;
  readonly valueA: number | null;
  readonly valueB: number | null;
  /** What the test counts: ratings, values, points, events' opportunities. */
  readonly nA: number;
  readonly nB: number;
  /** a − b, in the unit of the metric; percentage points for shares. */
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  /** Why there is no test. */
  readonly refusal: ComparisonRefusal | null;
}

/** A normal distribution, as Student's with so many degrees of freedom that it is one. */
const NORMAL = 1e9;

/** Whether what two tallies measure differs, by the test that belongs to the way of counting. */
export function compareTallies(definition: MeasuredDefinition, a: Tally | null, b: Tally | null): SeriesComparison {
  const [one, other] = [measureOf({ definition, tally: a }), measureOf({ definition, tally: b })];
  const sides = { valueA: one.value, valueB: other.value, nA: one.n, nB: other.n };
  if (!a || !b || Math.min(one.n, other.n) < FEWEST_TO_COMPARE) return without('too_few', sides);
  switch (definition.aggregation) {
    case 'mean':
      return byEstimates(sides, estimateOf(sumsOf(a)), estimateOf(sumsOf(b)));
    case 'ces': {
      const sums = (tally: Tally) => {
        const { n, sum, sumSq } = ratingsOf(definition, tally);
        return sumsOf({ ...tally, n, sum, sumOfSquares: sumSq });
      };
      return byEstimates(sides, estimateOf(sums(a)), estimateOf(sums(b)));
    }
    case 'nps': {
      const { diff, adjustedWald } = npsDifference({ a: npsCountsOf(definition, a), b: npsCountsOf(definition, b) });
      return tested('nps', sides, { ...adjustedWald, diff });
    }
    case 'csat':
    case 'top_box':
    case 'share':
      return byShares(sides, controlPointOf(0, definition, a), controlPointOf(0, definition, b));
    case 'rate':
      return byRates(sides, a, b);
    default:
      return without('no_test', sides);
  }
}

/** Whether the values of points differ: for sums, extremes and formulas, which single observations say nothing of. */
export function comparePoints(a: readonly number[], b: readonly number[]): SeriesComparison {
  const { nA, nB, meanA, meanB, ...answer } = welchT({ a, b });
  const sides = { valueA: meanA, valueB: meanB, nA, nB };
  if (Math.min(nA, nB) < FEWEST_TO_COMPARE) return without('too_few', sides);
  return tested('welch_of_points', sides, answer);
}

type Sides = Pick<SeriesComparison, 'valueA' | 'valueB' | 'nA' | 'nB'>;
type Tested = Pick<SeriesComparison, 'p' | 'lower' | 'upper'> & { readonly diff: number | null };

const without = (refusal: ComparisonRefusal, sides: Sides): SeriesComparison => ({
  ...sides,
  test: null,
  difference: sides.valueA === null || sides.valueB === null ? null : sides.valueA - sides.valueB,
  lower: null,
  upper: null,
  p: null,
  refusal,
});

function tested(test: ComparisonTest, sides: Sides, { diff, lower, upper, p }: Tested): SeriesComparison {
  if (p === null) return without('no_variation', sides);
  return { ...sides, test, difference: diff, lower, upper, p, refusal: null };
}

function estimateOf(sums: ReturnType<typeof sumsOf>): Estimate {
  const { mean, se, n } = meanInterval({ sums });
  return { value: mean, se, df: n - 1 };
}

const byEstimates = (sides: Sides, a: Estimate, b: Estimate): SeriesComparison =>
  tested('welch', sides, estimateDifference({ a, b }));

interface Part {
  readonly count: number | null;
  readonly size: number | null;
}

function byShares(sides: Sides, a: Part, b: Part): SeriesComparison {
  const whole = (...numbers: (number | null)[]) => numbers.every((each) => Number.isSafeInteger(each) && each! >= 0);
  if (!whole(a.count, a.size, b.count, b.size) || a.count! > a.size! || b.count! > b.size!)
    return without('not_counted', sides);
  const { diff, lower, upper, p } = twoProportions({ x1: a.count!, n1: a.size!, x2: b.count!, n2: b.size! });
  const percent = (value: number | null) => (value === null ? null : 100 * value);
  return tested('two_proportions', sides, { diff: percent(diff), lower: percent(lower), upper: percent(upper), p });
}

/** Events are counted as Poisson's: the variance of a rate is events over opportunities squared. */
function byRates(sides: Sides, a: Tally, b: Tally): SeriesComparison {
  if (![a.sum, b.sum].every((events) => Number.isSafeInteger(events) && events >= 0))
    return without('not_counted', sides);
  if (Math.min(a.sum, b.sum) < FEWEST_TO_COMPARE) return without('too_few', sides);
  const estimate = ({ sum, n }: Tally): Estimate => ({ value: sum / n, se: Math.sqrt(sum) / n, df: NORMAL });
  return tested('two_rates', sides, estimateDifference({ a: estimate(a), b: estimate(b) }));
}
