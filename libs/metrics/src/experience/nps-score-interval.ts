import { checkConfidence, checkObject } from '../checks/index.js';
import { zForConfidence } from '../distributions/index.js';
import { checkNpsCounts, type NpsCounts } from './nps-counts.js';

/** Argument of {@link npsScoreInterval}. */
export interface NpsScoreIntervalInput {
  /** Answers of the three groups. */
  counts: NpsCounts;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link npsScoreInterval}, in points from −100 to 100; `null` when n = 0. */
export interface NpsScoreIntervalResult {
  /** Lower limit; exactly −100 when all are detractors. */
  lower: number | null;
  /** Upper limit; exactly 100 when all are promoters. */
  upper: number | null;
}

/**
 * q₂₁(θ): the most likely proportion of detractors among n when promoters exceed them by θ. It is the larger root of
 * 2n·q² + B·q − bθ(1−θ) = 0 with B = −b−c+(2n−c+b)θ, taken in the form that does not subtract equal numbers.
 */
function constrainedDetractors(b: number, c: number, n: number, theta: number): number {
  const B = -b - c + (2 * n - c + b) * theta;
  const product = b * theta * (1 - theta);
  const root = Math.sqrt(Math.max(0, B * B + 8 * n * product));
  return B <= 0 ? (root - B) / (4 * n) : (2 * product) / (B + root);
}

/** The largest difference θ = P − D that the score test at z does not reject, by bisection to the last bit. */
function upperLimit(detractors: number, promoters: number, n: number, z: number): number {
  if (promoters === n) return 1;
  const estimate = (promoters - detractors) / n;
  const rejected = (theta: number): boolean => {
    const variance = 2 * constrainedDetractors(detractors, promoters, n, theta) + theta * (1 - theta);
    return theta - estimate > z * Math.sqrt(Math.max(0, variance) / n);
  };
  let inside = estimate;
  let outside = 1;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return middle;
    if (rejected(middle)) outside = middle;
    else inside = middle;
  }
}

/**
 * Net Promoter Score interval by inverting the score test: the most accurate of the three methods for small samples.
 *
 * Formula: limits θ with |P − D − θ| / √((2·q₂₁(θ) + θ(1−θ))/n) = z, q₂₁(θ) the maximum-likelihood proportion of
 * detractors when P − D is held at θ; the lower limit is the upper one with the groups exchanged and its sign turned.
 *
 * Units: points, −100 to 100. All promoters give an upper limit of 100, all detractors a lower one of −100.
 *
 * Source: May WL, Johnson WD (1997) Statistics in Medicine 16:2127-2136; Rocks B (2016) The American Statistician
 * 70:365-372; R package NPS.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number of at least 0, or `confidence` not inside (0, 1).
 * @example
 * npsScoreInterval({ counts: { detractors: 2, passives: 3, promoters: 5 } });
 * // => { lower: -21.659220, upper: 67.527789 }
 */
export function npsScoreInterval(input: NpsScoreIntervalInput): NpsScoreIntervalResult {
  const { counts, confidence } = checkObject('input', input);
  const { detractors, passives, promoters } = checkNpsCounts('counts', counts);
  const z = zForConfidence(checkConfidence(confidence));
  const n = detractors + passives + promoters;
  if (n === 0) return { lower: null, upper: null };
  return {
    // Subtracted from 0 and not negated, which would turn a limit of 0 into −0.
    lower: 0 - 100 * upperLimit(promoters, detractors, n, z),
    upper: 100 * upperLimit(detractors, promoters, n, z),
  };
}
