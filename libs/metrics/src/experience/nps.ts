import { checkConfidence, checkObject, isGiven } from '../checks/index.js';
import { zForConfidence } from '../distributions/index.js';
import { adjusted, clippedLimits, netScore } from './net-score.js';
import { checkNpsCounts, npsCounts, type CheckedNpsCounts, type NpsCounts, type NpsCountsInput } from './nps-counts.js';

/** Argument of {@link nps}: scores from 0 to 10, or counts of the three groups. */
export type NpsInput = (NpsCountsInput | { counts: NpsCounts }) & {
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
};

/** Limits in points, −100 to 100; `null` when n = 0. */
export interface NpsLimits {
  /** Lower limit. */
  lower: number | null;
  /** Upper limit. */
  upper: number | null;
}

/** Result of {@link nps}; with n = 0 everything but the numbers of answers is `null`. */
export interface NpsResult {
  /** Scores that are present. */
  n: number;
  /** Scores that are missing. */
  missing: number;
  /** Scores 0 to 6. */
  detractors: number;
  /** Scores 7 and 8. */
  passives: number;
  /** Scores 9 and 10. */
  promoters: number;
  /** Net Promoter Score in points, −100 to 100, not rounded. */
  nps: number | null;
  /** The score for display: a whole number, halves away from zero. */
  npsRounded: number | null;
  /** Variance of one answer on the −1 to 1 scale, divisor n. */
  variance: number | null;
  /** Standard error of the score, in points. */
  se: number | null;
  /** Wald limits: too narrow for small n or scores near ±100. */
  wald: NpsLimits;
  /** Adjusted Wald limits: the ones to show. Centre and standard error in points. */
  adjustedWald: NpsLimits & { centre: number | null; se: number | null };
}

/** Whole number nearest to the score; halves away from zero, where Math.round would take −12.5 to −12. */
function rounded(score: number): number {
  const size = Math.round(Math.abs(score));
  return size === 0 ? 0 : Math.sign(score) * size;
}

function countsOf(input: NpsInput): CheckedNpsCounts {
  if (isGiven(input, 'counts', 'scores')) return checkNpsCounts('counts', input.counts);
  return npsCounts(input as NpsCountsInput);
}

/**
 * Net Promoter Score with its standard error and two intervals.
 *
 * Formula, P and D the proportions of promoters and detractors: nps = 100·(P − D); variance = P + D − (P − D)²;
 * se = 100·√(variance/n); Wald limits = nps ± z·se. Adjusted Wald: the same after adding 0.75 detractors, 1.5
 * passives and 0.75 promoters (n + 3).
 *
 * Units: points, −100 to 100, to which limits are clipped. Missing scores are dropped and counted. Never computed
 * from rounded percentages. n = 0 has no score.
 *
 * Source: Reichheld FF (2003) Harvard Business Review 81(12):46-54; Rocks B (2016) The American Statistician
 * 70:365-372; R package NPS, `nps.var`, `nps.test`.
 *
 * @throws {TypeError | RangeError} when a score is not a whole number from 0 to 10 or `null`, a count not a whole
 * number of at least 0, or `confidence` not inside (0, 1).
 * @example
 * nps({ scores: [10, 9, 9, 8, 7, 10, 6, 3, null, 9, 8] });
 * // => {
 * //   n: 10, missing: 1, detractors: 2, passives: 3, promoters: 5, nps: 30, npsRounded: 30,
 * //   variance: 0.61, se: 24.698178, wald: { lower: -18.407540, upper: 78.407540 },
 * //   adjustedWald: { centre: 23.076923, se: 21.494037, lower: -19.050615, upper: 65.204462 },
 * // }
 */
export function nps(input: NpsInput): NpsResult {
  const { confidence } = checkObject('input', input);
  const { missing, ...groups } = countsOf(input);
  const z = zForConfidence(checkConfidence(confidence));
  const n = groups.detractors + groups.passives + groups.promoters;
  if (n === 0) {
    const none = { lower: null, upper: null };
    const unscored = { nps: null, npsRounded: null, variance: null, se: null };
    return { n, missing, ...groups, ...unscored, wald: none, adjustedWald: { centre: null, se: null, ...none } };
  }
  const { score, variance, se } = netScore(groups);
  const rocks = netScore(adjusted(groups));
  return {
    n,
    missing,
    ...groups,
    nps: score,
    npsRounded: rounded(score),
    variance,
    se,
    wald: clippedLimits(score, z * se, 100),
    adjustedWald: { centre: rocks.score, se: rocks.se, ...clippedLimits(rocks.score, z * rocks.se, 100) },
  };
}
