import { checkConfidence, checkCount, checkInteger, checkObject } from '../checks/index.js';
import { normalTwoSidedP } from '../distributions/index.js';
import { wilsonInterval } from '../experience/wilson-interval.js';

/** Argument of {@link twoProportions}. */
export interface TwoProportionsInput {
  /** Successes of the first sample: a whole number from 0 to `n1`. */
  x1: number;
  /** Size of the first sample. */
  n1: number;
  /** Successes of the second sample: a whole number from 0 to `n2`. */
  x2: number;
  /** Size of the second sample. */
  n2: number;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link twoProportions}; all `null` when a sample is empty. */
export interface TwoProportionsResult {
  /** x1 / n1, from 0 to 1. */
  p1: number | null;
  /** x2 / n2, from 0 to 1. */
  p2: number | null;
  /** p1 − p2, from −1 to 1. */
  diff: number | null;
  /** z statistic with the pooled proportion; `null` when that is 0 or 1. */
  z: number | null;
  /** Two-sided normal p value; `null` with `z`. */
  p: number | null;
  /** Lower Newcombe limit of the difference. */
  lower: number | null;
  /** Upper Newcombe limit of the difference. */
  upper: number | null;
}

/**
 * Two independent proportions: pooled z test and Newcombe's hybrid score interval of their difference.
 *
 * Formula: p = (x1+x2)/(n1+n2); z = (p1−p2)/√(p(1−p)(1/n1+1/n2)), no continuity correction. With l, u the Wilson
 * limits of each proportion: lower = diff − √((p1−l1)²+(u2−p2)²), upper = diff + √((u1−p1)²+(p2−l2)²).
 *
 * Units: proportions, 0–1; difference −1 to 1. The test and the interval use different standard errors and can
 * disagree close to the level; report the interval.
 *
 * Source: Newcombe RG (1998) Statistics in Medicine 17:873-890, method 10; R `prop.test(correct = FALSE)` (χ² = z²).
 *
 * @throws {TypeError | RangeError} when a size is not a count, a number of successes not a whole number from 0 to its
 * size, or `confidence` not inside (0, 1).
 * @example
 * twoProportions({ x1: 56, n1: 70, x2: 48, n2: 80 });
 * // => { p1: 0.8, p2: 0.6, diff: 0.2, z: 2.650172, p: 0.008045, lower: 0.052431, upper: 0.333873 }
 */
export function twoProportions(input: TwoProportionsInput): TwoProportionsResult {
  const { x1, n1, x2, n2, confidence } = checkObject('input', input);
  checkCount('n1', n1);
  checkInteger('x1', x1, 0, n1);
  checkCount('n2', n2);
  checkInteger('x2', x2, 0, n2);
  const level = checkConfidence(confidence);
  const first = wilsonInterval({ successes: x1, n: n1, confidence: level });
  const second = wilsonInterval({ successes: x2, n: n2, confidence: level });
  const { proportion: p1, lower: l1, upper: u1 } = first;
  const { proportion: p2, lower: l2, upper: u2 } = second;
  if (p1 === null || p2 === null || l1 === null || l2 === null || u1 === null || u2 === null) {
    return { p1: null, p2: null, diff: null, z: null, p: null, lower: null, upper: null };
  }
  const diff = p1 - p2;
  const pooled = (x1 + x2) / (n1 + n2);
  const testable = pooled > 0 && pooled < 1;
  const z = testable ? diff / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)) : null;
  return {
    p1,
    p2,
    diff,
    z,
    p: z === null ? null : normalTwoSidedP(z),
    lower: diff - Math.hypot(p1 - l1, u2 - p2),
    upper: diff + Math.hypot(u1 - p1, p2 - l2),
  };
}
