import { checkConfidence, checkFlag, checkObject } from '../checks/index.js';
import { tForConfidence } from '../distributions/index.js';
import { sumOf } from '../moments/index.js';
import { countTopBoxes, inPercent, toRatingCounts, type RatedCounts, type RatedRaw } from './rated.js';
import type { RatingCounts } from './rating-counts.js';
import { wilsonInterval } from './wilson-interval.js';

/** Argument of {@link ces}: ratings (on 1 to 7 when no scale is named) or counts of them. */
export type CesInput = (RatedRaw | RatedCounts) & {
  /** How many points at the top of the scale count as easy; 3 when left out. */
  topBoxes?: number;
  /** `true` when a high rating means high effort (CES 1.0): ratings are mirrored on the scale first. */
  reversed?: boolean;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
};

/** Result of {@link ces}; with n = 0 everything but the numbers of ratings is `null`. */
export interface CesResult {
  /** Ratings that are present. */
  n: number;
  /** Ratings that are missing. */
  missing: number;
  /** Mean in scale points, high is easy. */
  mean: number | null;
  /** Sample standard deviation, divisor n − 1; `null` when n < 2. */
  sd: number | null;
  /** Standard error of the mean; `null` when n < 2. */
  se: number | null;
  /** Lower limit of the mean, not clipped to the scale; `null` when n < 2. */
  lower: number | null;
  /** Upper limit of the mean, not clipped to the scale; `null` when n < 2. */
  upper: number | null;
  /** Percent in the top boxes, 0 to 100. */
  topBoxShare: number | null;
  /** Lower Wilson limit of the share, in percent. */
  topBoxLower: number | null;
  /** Upper Wilson limit of the share, in percent. */
  topBoxUpper: number | null;
}

/** x → scaleMin + scaleMax − x turns the counts around; n and the number missing stay. */
function mirrored(rated: RatingCounts): RatingCounts {
  const counts = rated.counts.toReversed();
  const sum = counts.reduce((total, count, i) => total + count * (rated.scaleMin + i), 0);
  return { ...rated, counts, sum };
}

/**
 * Customer Effort Score: mean with Student's t interval and top-box share with Wilson's interval.
 *
 * Formula: mean = Σx/n; sd = √(Σ(x−mean)²/(n−1)); se = sd/√n; limits = mean ± t(n−1)·se;
 * topBoxShare = 100 × share of the top `topBoxes` points, with Wilson limits. `reversed` maps
 * x → scaleMin + scaleMax − x first.
 *
 * Units: scale points (mean, sd, se, limits) and percent 0–100 (top box). One rating has a mean and a share, but no
 * spread and no interval of the mean.
 *
 * Source: Dixon, Freeman & Toman (2010) Harvard Business Review 88(7/8):116-122; CEB (2013) Customer Effort Score
 * 2.0 (share of 5 to 7 on seven points); Student (1908) Biometrika 6:1-25.
 *
 * @throws {TypeError | RangeError} when a rating is not a whole number on the scale or `null`, `topBoxes` not a whole
 * number from 1 to the points of the scale, or `confidence` not inside (0, 1).
 * @example
 * ces({ ratings: [7, 6, 5, 6, 3, 7, null, 4] });
 * // => {
 * //   n: 7, missing: 1, mean: 5.428571, sd: 1.511858, se: 0.571429, lower: 4.030336, upper: 6.826807,
 * //   topBoxShare: 71.428571, topBoxLower: 35.893445, topBoxUpper: 91.778108,
 * // }
 */
export function ces(input: CesInput): CesResult {
  const { topBoxes = 3, reversed, confidence } = checkObject('input', input);
  const given = toRatingCounts(input, 7);
  const rated = checkFlag('reversed', reversed, false) ? mirrored(given) : given;
  const level = checkConfidence(confidence);
  const { n, missing, counts, scaleMin, sum } = rated;
  const easy = wilsonInterval({ successes: countTopBoxes(rated, topBoxes), n, confidence: level });
  const mean = n === 0 ? null : sum / n;
  const share = {
    topBoxShare: inPercent(easy.proportion),
    topBoxLower: inPercent(easy.lower),
    topBoxUpper: inPercent(easy.upper),
  };
  if (mean === null || n < 2) return { n, missing, mean, sd: null, se: null, lower: null, upper: null, ...share };
  const squares = sumOf(counts.map((count, i) => count * (scaleMin + i - mean) ** 2));
  const sd = Math.sqrt(squares / (n - 1));
  const se = sd / Math.sqrt(n);
  const half = tForConfidence(level, n - 1) * se;
  return { n, missing, mean, sd, se, lower: mean - half, upper: mean + half, ...share };
}
