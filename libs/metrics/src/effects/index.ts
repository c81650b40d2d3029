export * from './independent-estimates.js';
export * from './mean-interval.js';
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
