// Segmentation of a series into stretches of constant mean.
export * from './observed.js';
export * from './optimal-partition.js';
export * from './prefix-sums.js';
