export * from './latest-values.js';
