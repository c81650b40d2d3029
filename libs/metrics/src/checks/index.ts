// Argument checks. A refused argument gives a TypeError (wrong type) or a RangeError (NaN, infinite, out of range,
// unknown name, unequal length) whose message names the argument, the index and what is allowed. Nothing is coerced.
export * from './check-argument.js';
export * from './check-list.js';
export * from './check-number.js';
export * from './check-table.js';
export { isRecord } from './describe.js';
