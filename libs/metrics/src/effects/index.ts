export * from './independent-estimates.js';
export * from './mean-interval.js';
export * from './two-proportions.js';
export * from './welch-t.js';
