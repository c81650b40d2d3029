export * from './comment-release.js';
export * from './differencing.js';
export * from './suppression.js';
export { type BucketRules, withheldBuckets } from './withheld-buckets.js';
export { periodOfDay } from './period-of-day.js';
export { type SegmentCounts, type SegmentDay, type SegmentHour, shownSegments } from './segment-series.js';
export {
  type CountedDay,
  type CountedHour,
  hiddenInWhole,
  type HiddenBuckets,
  type SeriesCounts,
} from './whole-series.js';
