import { checkConfidence, checkObject } from '../checks/index.js';
import { countTopBoxes, inPercent, toRatingCounts, type RatedCounts, type RatedRaw } from './rated.js';
import { wilsonInterval } from './wilson-interval.js';

/** Argument of {@link csat}: ratings (on 1 to 5 when no scale is named) or counts of them. */
export type CsatInput = (RatedRaw | RatedCounts) & {
  /** How many points at the top of the scale count as satisfied; 2 when left out. */
  topBoxes?: number;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
};

/** Result of {@link csat}. */
export interface CsatResult {
  /** Ratings that are present. */
  n: number;
  /** Ratings that are missing. */
  missing: number;
  /** Ratings in the top boxes. */
  satisfied: number;
  /** Percent satisfied, 0 to 100; `null` when n = 0. */
  csat: number | null;
  /** Plain mean in scale points; `null` when n = 0. */
  mean: number | null;
  /** Lower Wilson limit in percent; `null` when n = 0. */
  lower: number | null;
  /** Upper Wilson limit in percent; `null` when n = 0. */
  upper: number | null;
}

/**
 * Customer satisfaction: the share of ratings in the top boxes, with Wilson's interval.
 *
 * Formula: csat = 100·satisfied/n, satisfied = ratings in the top `topBoxes` points; limits = 100 × Wilson limits of
 * satisfied/n; mean = Σ ratings/n.
 *
 * Units: percent, 0–100; mean in scale points. Missing ratings are dropped and counted.
 *
 * Source: Wilson EB (1927) JASA 22:209-212; Sauro & Lewis (2016) Quantifying the User Experience, 2nd ed., ch. 3.
 *
 * @throws {TypeError | RangeError} when a rating is not a whole number on the scale or `null`, `topBoxes` not a whole
 * number from 1 to the points of the scale, or `confidence` not inside (0, 1).
 * @example
 * csat({ ratings: [5, 4, 4, 3, 5, 2, null, 5, 4, 1] });
 * // => { n: 9, missing: 1, satisfied: 6, csat: 66.666667, mean: 3.666667, lower: 35.420214, upper: 87.941618 }
 */
export function csat(input: CsatInput): CsatResult {
  const { topBoxes = 2, confidence } = checkObject('input', input);
  const rated = toRatingCounts(input, 5);
  const { n, missing, sum } = rated;
  const satisfied = countTopBoxes(rated, topBoxes);
  const interval = wilsonInterval({ successes: satisfied, n, confidence: checkConfidence(confidence) });
  return {
    n,
    missing,
    satisfied,
    csat: n === 0 ? null : (100 * satisfied) / n,
    mean: n === 0 ? null : sum / n,
    lower: inPercent(interval.lower),
    upper: inPercent(interval.upper),
  };
}
