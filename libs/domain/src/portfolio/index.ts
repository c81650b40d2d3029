export * from './ageing.js';
export * from './benefit-outcome.js';
export * from './verdict-tally.js';
