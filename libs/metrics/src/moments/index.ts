// Sums, means and variances that keep their digits.
export * from './compensated-sum.js';
export * from './moments.js';
export * from './dyadic.js';
export * from './exact-sum.js';
export * from './squares-between.js';
