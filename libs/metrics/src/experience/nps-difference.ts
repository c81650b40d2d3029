import { checkConfidence, checkObject } from '../checks/index.js';
import { normalTwoSidedP, zForConfidence } from '../distributions/index.js';
import { adjusted, clippedLimits, netScore, type NetScore } from './net-score.js';
import { checkNpsCounts, type NpsCounts } from './nps-counts.js';

/** Argument of {@link npsDifference}. */
export interface NpsDifferenceInput {
  /** First group. */
  a: NpsCounts;
  /** Second group, with other respondents than the first. */
  b: NpsCounts;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** A test and an interval of the difference; all `null` when a group is empty. */
export interface NpsDifferenceTest {
  /** Standard error of the difference, in points. */
  se: number | null;
  /** Difference / se; `null` when se is 0. */
  z: number | null;
  /** Two-sided normal p value; `null` when se is 0. */
  p: number | null;
  /** Lower limit in points, at least −200. */
  lower: number | null;
  /** Upper limit in points, at most 200. */
  upper: number | null;
}

/** Result of {@link npsDifference}. */
export interface NpsDifferenceResult {
  /** nps of a − nps of b in points, −200 to 200, not rounded; `null` when a group is empty. */
  diff: number | null;
  /** By the raw counts. */
  wald: NpsDifferenceTest;
  /** After Rocks' adjustment of each group, the one to report; its interval is centred at its own difference. */
  adjustedWald: NpsDifferenceTest & { diff: number | null };
}

function compare(a: NetScore, b: NetScore, confidence: number): NpsDifferenceTest & { diff: number } {
  const diff = a.score - b.score;
  const se = Math.hypot(a.se, b.se);
  const z = se === 0 ? null : diff / se;
  const limits = clippedLimits(diff, zForConfidence(confidence) * se, 200);
  return { diff, se, z, p: z === null ? null : normalTwoSidedP(z), ...limits };
}

/**
 * Difference of two independent Net Promoter Scores: z test and interval.
 *
 * Formula: diff = npsA − npsB; se = √(seA² + seB²); z = diff/se, two-sided normal p; limits = diff ± z(confidence)·se.
 * Adjusted Wald: the same after adding 0.75 detractors, 1.5 passives and 0.75 promoters to each group.
 *
 * Units: points, −200 to 200, to which limits are clipped. Without any variance (se = 0) there is no test.
 *
 * Source: Rocks B (2016) The American Statistician 70:365-372; R package NPS, `nps.test`; Lewis JR, Sauro J (2021)
 * measuringu.com/nps-confidence-intervals.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number of at least 0, or `confidence` not inside (0, 1).
 * @example
 * npsDifference({
 *   a: { detractors: 20, passives: 30, promoters: 50 },
 *   b: { detractors: 40, passives: 30, promoters: 30 },
 * });
 * // => {
 * //   diff: 40,
 * //   wald: { se: 11.401754, z: 3.508232, p: 0.000451095, lower: 17.652972, upper: 62.347028 },
 * //   adjustedWald: {
 * //     diff: 38.834951, se: 11.208916, z: 3.464648, p: 0.000530925, lower: 16.865880, upper: 60.804023,
 * //   },
 * // }
 */
export function npsDifference(input: NpsDifferenceInput): NpsDifferenceResult {
  const { a, b, confidence } = checkObject('input', input);
  const groupA = checkNpsCounts('a', a);
  const groupB = checkNpsCounts('b', b);
  const level = checkConfidence(confidence);
  const size = ({ detractors, passives, promoters }: NpsCounts) => detractors + passives + promoters;
  if (size(groupA) === 0 || size(groupB) === 0) {
    const none = { se: null, z: null, p: null, lower: null, upper: null };
    return { diff: null, wald: none, adjustedWald: { diff: null, ...none } };
  }
  const { diff, ...wald } = compare(netScore(groupA), netScore(groupB), level);
  return { diff, wald, adjustedWald: compare(netScore(adjusted(groupA)), netScore(adjusted(groupB)), level) };
}
