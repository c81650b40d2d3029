export * from './autocorrelated-regression.js';
export * from './benjamini-hochberg.js';
export * from './bootstrap-ci.js';
export * from './difference-in-differences.js';
export * from './difference-in-differences-summary.js';
export * from './independent-estimates.js';
export * from './its.js';
export * from './mean-interval.js';
export * from './power-means.js';
export * from './power-proportions.js';
export * from './two-proportions.js';
export {
  mergeValueSums,
  valueSums,
  type ExactNumber,
  type MergeValueSumsInput,
  type ValueSums,
  type ValueSumsInput,
} from './value-sums.js';
export * from './welch-t.js';
