// Segmented regression of an interrupted series.
export * from './segmented-line.js';
