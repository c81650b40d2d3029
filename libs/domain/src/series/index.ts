export * from './tally.js';
export * from './measure-of.js';
export * from './buckets.js';
