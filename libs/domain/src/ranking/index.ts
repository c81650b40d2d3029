export * from './bottom-up.js';
export * from './dual-ranking.js';
export * from './opportunity-score.js';
export * from './round-rules.js';
