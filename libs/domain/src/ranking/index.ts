export * from './bottom-up.js';
export * from './dual-ranking.js';
