// Sums, means and variances that keep their digits.
export * from './compensated-sum.js';
export * from './moments.js';
