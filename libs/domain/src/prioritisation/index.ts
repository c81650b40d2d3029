export * from './competition-ranks.js';
export * from './ice.js';
export * from './impact-effort.js';
export * from './pareto.js';
export * from './rice.js';
export * from './weighted-scoring.js';
export * from './wsjf.js';
