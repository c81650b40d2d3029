// Ranks and rank correlation in n·log n.
export * from './kendall-tau-b.js';
export * from './midranks.js';
