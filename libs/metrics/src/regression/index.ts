// Least squares on standardised variables, shared by the drivers and the interrupted series.
export * from './complete-observations.js';
export * from './least-squares.js';
export * from './reduced-regression.js';
export * from './unit-deviations.js';
