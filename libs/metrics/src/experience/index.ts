export { ces, type CesInput, type CesResult } from './ces.js';
export * from './consistency-index.js';
export { csat, type CsatInput, type CsatResult } from './csat.js';
export * from './nps.js';
export {
  mergeNpsCounts,
  npsCounts,
  type CheckedNpsCounts,
  type MergeNpsCountsInput,
  type NpsCounts,
  type NpsCountsInput,
} from './nps-counts.js';
export * from './nps-difference.js';
export * from './nps-score-interval.js';
export type { RatedCounts, RatedRaw } from './rated.js';
export {
  mergeRatingCounts,
  ratingCounts,
  type MergeRatingCountsInput,
  type RatingCounts,
  type RatingCountsInput,
} from './rating-counts.js';
export * from './wilson-interval.js';
export * from './segments-suppression.js';
export * from './servqual.js';
