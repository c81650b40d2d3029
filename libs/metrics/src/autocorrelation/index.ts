// First-order autocorrelation of the residuals of a regression over time.
export * from './orthonormal-design.js';
export * from './residual-correlation.js';
