import { checkConfidence, checkNumbersOrNull, checkObject, isGiven } from '../checks/index.js';
import { tForConfidence } from '../distributions/index.js';
import { dyadicOf, multiply, quotient, subtract } from '../moments/index.js';
import { checkValueSums, sumExactly, type ExactSums, type ValueSums, type ValueSumsInput } from './value-sums.js';

/** Argument of {@link meanInterval}: values, or sums of them from `valueSums` or `mergeValueSums`. */
export type MeanIntervalInput = (ValueSumsInput | { sums: ValueSums }) & {
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
};

/** Result of {@link meanInterval}, in the unit of the values. */
export interface MeanIntervalResult {
  /** Values that are present. */
  n: number;
  /** Values that are missing. */
  missing: number;
  /** Plain mean; `null` when n = 0. */
  mean: number | null;
  /** Sample variance, divisor n − 1; `null` when n < 2. */
  variance: number | null;
  /** Sample standard deviation, √variance; `null` when n < 2. */
  sd: number | null;
  /** Standard error of the mean; `null` when n < 2. */
  se: number | null;
  /** Lower limit of the mean; `null` when n < 2. */
  lower: number | null;
  /** Upper limit of the mean; `null` when n < 2. */
  upper: number | null;
}

function sumsOf(input: MeanIntervalInput): ExactSums {
  if (isGiven(input, 'sums', 'values')) return checkValueSums('sums', input.sums);
  return sumExactly(checkNumbersOrNull('values', (input as ValueSumsInput).values));
}

/** (n·Σx² − (Σx)²) / (n(n−1)): the subtraction is exact, so that nothing cancels, and 0 means that nothing varies. */
function varianceOf({ n, sum, sumSq }: ExactSums): number {
  const squares = subtract(multiply(sumSq, dyadicOf(n)), multiply(sum, sum));
  return quotient(squares, BigInt(n) * BigInt(n - 1));
}

/**
 * Mean of one sample with Student's t interval.
 *
 * Formula: variance = Σ(x−x̄)²/(n−1); sd = √variance; se = sd/√n; limits = x̄ ± t(n−1)·se.
 *
 * Units: those of the values; the limits are not clipped. Missing values are dropped and counted. Values that are
 * all equal give an interval of width 0. Mean and variance are rounded once, from exact sums, so that merged sums
 * give the same result as the values.
 *
 * Source: Student (1908) Biometrika 6:1-25; R `t.test(x)`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, or `confidence` not inside (0, 1).
 * @example
 * meanInterval({ values: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0] });
 * // => {
 * //   n: 10, missing: 0, mean: 0.75, variance: 3.200556, sd: 1.789010, se: 0.565735,
 * //   lower: -0.5297804, upper: 2.0297804,
 * // }
 */
export function meanInterval(input: MeanIntervalInput): MeanIntervalResult {
  const { confidence } = checkObject('input', input);
  const sums = sumsOf(input);
  const level = checkConfidence(confidence);
  const { n, missing } = sums;
  const mean = n === 0 ? null : quotient(sums.sum, BigInt(n));
  if (mean === null || n < 2) {
    return { n, missing, mean, variance: null, sd: null, se: null, lower: null, upper: null };
  }
  const variance = varianceOf(sums);
  const sd = Math.sqrt(variance);
  const se = sd / Math.sqrt(n);
  const half = tForConfidence(level, n - 1) * se;
  return { n, missing, mean, variance, sd, se, lower: mean - half, upper: mean + half };
}
