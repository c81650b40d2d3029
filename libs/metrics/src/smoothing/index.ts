// Smoothers of a series.
export * from './loess.js';
export * from './moving-sum.js';
