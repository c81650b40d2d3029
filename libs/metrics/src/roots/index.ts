// Solving for the one quantity that is left out.
export * from './root-of-rising.js';
export * from './only-missing.js';
