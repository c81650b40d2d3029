// Distributions over @stdlib, in the forms the measures need: two-sided p values and upper tails without cancellation.
export * from './chi-square.js';
export * from './f.js';
export * from './normal.js';
export * from './student-t.js';
export * from './noncentral-t.js';
