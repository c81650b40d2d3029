import { checkConfidence, checkNumbersOrNull, checkObject, present } from '../checks/index.js';
import { tForConfidence } from '../distributions/index.js';
import { momentsOf } from '../moments/index.js';

/** Argument of {@link meanInterval}. */
export interface MeanIntervalInput {
  /** Finite numbers; `null` is a missing value. */
  values: readonly (number | null)[];
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link meanInterval}, in the unit of the values. */
export interface MeanIntervalResult {
  /** Values that are present. */
  n: number;
  /** Values that are missing. */
  missing: number;
  /** Plain mean; `null` when n = 0. */
  mean: number | null;
  /** Sample standard deviation, divisor n − 1; `null` when n < 2. */
  sd: number | null;
  /** Standard error of the mean; `null` when n < 2. */
  se: number | null;
  /** Lower limit of the mean; `null` when n < 2. */
  lower: number | null;
  /** Upper limit of the mean; `null` when n < 2. */
  upper: number | null;
}

/**
 * Mean of one sample with Student's t interval.
 *
 * Formula: sd = √(Σ(x−x̄)²/(n−1)); se = sd/√n; limits = x̄ ± t(n−1)·se.
 *
 * Units: those of the values; the limits are not clipped. Missing values are dropped and counted. Values that are
 * all equal give an interval of width 0.
 *
 * Source: Student (1908) Biometrika 6:1-25; R `t.test(x)`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, or `confidence` not inside (0, 1).
 * @example
 * meanInterval({ values: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0] });
 * // => { n: 10, missing: 0, mean: 0.75, sd: 1.789010, se: 0.565735, lower: -0.5297804, upper: 2.0297804 }
 */
export function meanInterval(input: MeanIntervalInput): MeanIntervalResult {
  const { values, confidence } = checkObject('input', input);
  const sample = present(checkNumbersOrNull('values', values));
  const level = checkConfidence(confidence);
  const { n, mean, variance } = momentsOf(sample);
  const missing = values.length - n;
  if (mean === null || variance === null) return { n, missing, mean, sd: null, se: null, lower: null, upper: null };
  const sd = Math.sqrt(variance);
  const se = Math.sqrt(variance / n);
  const half = tForConfidence(level, n - 1) * se;
  return { n, missing, mean, sd, se, lower: mean - half, upper: mean + half };
}
