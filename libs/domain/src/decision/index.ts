export * from './brier-score.js';
