// Ranks and rank correlation in n·log n.
export * from './average-ranks.js';
export * from './kendall-tau-b.js';
