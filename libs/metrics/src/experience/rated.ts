import { checkInteger, isGiven } from '../checks/index.js';
import { checkRatingCounts, ratingCounts, type RatingCounts } from './rating-counts.js';

/** Ratings as they were given, with their scale. */
export interface RatedRaw {
  /** Whole numbers from `scaleMin` to `scaleMax`; `null` is a missing rating. */
  ratings: readonly (number | null)[];
  /** Lowest point of the scale, a whole number. */
  scaleMin?: number;
  /** Highest point of the scale, a whole number above `scaleMin`. */
  scaleMax?: number;
}

/** Ratings already counted, which carry their scale with them. */
export interface RatedCounts {
  /** Counts from `ratingCounts` or `mergeRatingCounts`. */
  counts: RatingCounts;
}

/** Either form as counts: raw ratings and merged counts take the same way from here on, so their results are equal. */
export function toRatingCounts(input: RatedRaw | RatedCounts, defaultMax: number): RatingCounts {
  if (isGiven(input, 'counts', 'ratings')) return checkRatingCounts('counts', input.counts);
  const { ratings, scaleMin = 1, scaleMax = defaultMax } = input as RatedRaw;
  return ratingCounts({ ratings, scaleMin, scaleMax });
}

/** How many ratings lie in the top `topBoxes` points of the scale. */
export function countTopBoxes({ counts }: RatingCounts, topBoxes: unknown): number {
  const boxes = checkInteger('topBoxes', topBoxes, 1, counts.length);
  return counts.slice(counts.length - boxes).reduce((sum, count) => sum + count, 0);
}

/** 100 × a proportion that may not be defined. */
export function inPercent(proportion: number | null): number | null {
  return proportion === null ? null : 100 * proportion;
}
