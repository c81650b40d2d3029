import { checkConfidence, checkNumbersOrNull, checkObject, present } from '../checks/index.js';
import { tForConfidence, tTwoSidedP } from '../distributions/index.js';
import { momentsOf } from '../moments/index.js';

/** Argument of {@link welchT}. */
export interface WelchTInput {
  /** First group; `null` is a missing value. */
  a: readonly (number | null)[];
  /** Second group; `null` is a missing value. */
  b: readonly (number | null)[];
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link welchT}; means, difference and limits in the unit of the values. */
export interface WelchTResult {
  /** Values present in `a`. */
  nA: number;
  /** Values present in `b`. */
  nB: number;
  /** Mean of `a`; `null` when it is empty. */
  meanA: number | null;
  /** Mean of `b`; `null` when it is empty. */
  meanB: number | null;
  /** meanA − meanB. */
  diff: number | null;
  /** Standard error of the difference; `null` when a group has fewer than 2 values. */
  se: number | null;
  /** diff / se; `null` when se is 0. */
  t: number | null;
  /** Welch–Satterthwaite degrees of freedom, not rounded; `null` when se is 0. */
  df: number | null;
  /** Two-sided p value; `null` when se is 0. */
  p: number | null;
  /** Lower limit of the difference; `null` when se is 0. */
  lower: number | null;
  /** Upper limit of the difference; `null` when se is 0. */
  upper: number | null;
}

/**
 * Welch's two-sample t test, which does not assume equal variances.
 *
 * Formula: vA = sA²/nA, vB = sB²/nB with divisor n − 1; se = √(vA + vB); t = diff/se;
 * df = (vA + vB)² / (vA²/(nA−1) + vB²/(nB−1)); limits = diff ± t(df)·se.
 *
 * Units: those of the values. Missing values are dropped. One group without variance is fine; when neither varies
 * the standard error is 0 and nothing can be tested.
 *
 * Source: Welch BL (1947) Biometrika 34:28-35; R `t.test(extra ~ group, data = sleep)`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, or `confidence` not inside (0, 1).
 * @example
 * welchT({
 *   a: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
 *   b: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
 * });
 * // => {
 * //   nA: 10, nB: 10, meanA: 0.75, meanB: 2.33, diff: -1.58, se: 0.849091, t: -1.860813, df: 17.776474,
 * //   p: 0.079394, lower: -3.3654832, upper: 0.2054832,
 * // }
 */
export function welchT(input: WelchTInput): WelchTResult {
  const { a, b, confidence } = checkObject('input', input);
  const groupA = momentsOf(present(checkNumbersOrNull('a', a)));
  const groupB = momentsOf(present(checkNumbersOrNull('b', b)));
  const level = checkConfidence(confidence);
  const diff = groupA.mean === null || groupB.mean === null ? null : groupA.mean - groupB.mean;
  const means = { nA: groupA.n, nB: groupB.n, meanA: groupA.mean, meanB: groupB.mean, diff };
  const untested = { t: null, df: null, p: null, lower: null, upper: null };
  if (diff === null || groupA.variance === null || groupB.variance === null) return { ...means, se: null, ...untested };
  const vA = groupA.variance / groupA.n;
  const vB = groupB.variance / groupB.n;
  const se = Math.sqrt(vA + vB);
  if (se === 0) return { ...means, se, ...untested };
  const t = diff / se;
  // Shares of the squared error instead of fourth powers, which would underflow for small variances.
  const share = vA / (vA + vB);
  const df = 1 / (share ** 2 / (groupA.n - 1) + (1 - share) ** 2 / (groupB.n - 1));
  const half = tForConfidence(level, df) * se;
  return { ...means, se, t, df, p: tTwoSidedP(t, df), lower: diff - half, upper: diff + half };
}
