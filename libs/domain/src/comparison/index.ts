export * from './compare-waves.js';
export * from './match-groups.js';
