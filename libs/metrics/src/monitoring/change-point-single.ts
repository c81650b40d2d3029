import { checkNumbersOrNull, checkObject, checkPositiveInteger } from '../checks/index.js';
import { momentsOf } from '../moments/index.js';
import { observed, PrefixSums } from '../segmentation/index.js';

/** Argument of {@link changePointSingle}. */
export interface ChangePointSingleInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** Values that a segment has at least: a whole number of at least 1; 2 when left out. */
  minSegment?: number;
}

/** Result of {@link changePointSingle}; every field but `detected` is `null` when there is nothing to compare. */
export interface ChangePointSingleResult {
  /** Index of the first value of the new level. */
  index: number | null;
  /** Whether two levels describe the series better than one, by BIC. */
  detected: boolean;
  /** Mean before `index`. */
  meanBefore: number | null;
  /** Mean from `index` on. */
  meanAfter: number | null;
  /** Sum of squares about one mean, in the squared unit of the values. */
  sse0: number | null;
  /** Sum of squares about the two means. */
  sse1: number | null;
  /** BIC of one mean. */
  bic0: number | null;
  /** BIC of two means; `null` when they fit exactly (minus infinity). */
  bic1: number | null;
}

/** Gains closer than this, relative to one another, are a tie that rounding has split. */
const TIE = 1e-12;

/**
 * One shift of a mean: where it is most likely, and whether there is one.
 *
 * Formula: index = the split into two segments of at least `minSegment` values with the smallest sum of squares about
 * two means, the earliest on ties; bicₘ = n(ln 2π + 1 + ln(SSEₘ/n)) + (2m + 2)·ln n for m = 0, 1 shifts; detected when
 * bic1 < bic0.
 *
 * Units: means in the unit of the values, sums of squares in its square. Missing values are dropped; the index is that
 * of the values as given. Fewer than 2·minSegment values or no variance: index `null`, detected false.
 *
 * Source: Zeileis A, Kleiber C, Krämer W, Hornik K (2003) Computational Statistics & Data Analysis 44:109-123; R
 * strucchange `breakpoints(Nile ~ 1)`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, or `minSegment` is not a whole number
 * of at least 1.
 * @example
 * changePointSingle({ values: [10, 12, 11, 12, 20, 21, 19, 22] });
 * // => {
 * //   index: 4, detected: true, meanBefore: 11.25, meanAfter: 20.5, sse0: 178.875, sse1: 7.75,
 * //   bic0: 51.719865, bic1: 30.766793,
 * // }
 */
export function changePointSingle(input: ChangePointSingleInput): ChangePointSingleResult {
  const { values, minSegment = 2 } = checkObject('input', input);
  const { x, index } = observed(checkNumbersOrNull('values', values));
  checkPositiveInteger('minSegment', minSegment);
  const n = x.length;
  const sse0 = momentsOf(x).squares;
  if (n < 2 * minSegment || sse0 === 0) {
    const nothing = { meanBefore: null, meanAfter: null, sse0: null, sse1: null, bic0: null, bic1: null };
    return { index: null, detected: false, ...nothing };
  }
  const split = bestSplit(x, minSegment);
  const before = momentsOf(x.slice(0, split));
  const after = momentsOf(x.slice(split));
  const sse1 = before.squares + after.squares;
  const bic0 = bic(n, sse0, 0);
  const bic1 = sse1 > 0 ? bic(n, sse1, 1) : null;
  return {
    index: index[split]!,
    detected: bic1 === null || bic1 < bic0,
    meanBefore: before.mean,
    meanAfter: after.mean,
    sse0,
    sse1,
    bic0,
    bic1,
  };
}

function bic(n: number, sse: number, shifts: number): number {
  return n * (Math.log(2 * Math.PI) + 1 + Math.log(sse / n)) + (2 * shifts + 2) * Math.log(n);
}

/** The split whose two means differ most, weighted: what they explain is i(n − i)/n times their squared difference. */
function bestSplit(x: readonly number[], minSegment: number): number {
  const n = x.length;
  const sums = new PrefixSums(x);
  let best = minSegment;
  let most = -1;
  for (let i = minSegment; i <= n - minSegment; i += 1) {
    const difference = sums.mean(0, i) - sums.mean(i, n);
    const gain = (i / n) * (n - i) * difference * difference;
    if (gain > most * (1 + TIE)) {
      most = gain;
      best = i;
    }
  }
  return best;
}
