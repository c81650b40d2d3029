// Repeatable randomness: everything comes from a seed in the caller's input.
export * from './resampled.js';
export * from './uniform-bits.js';
