export * from './low-rating.js';
