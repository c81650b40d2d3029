export * from './emotion.js';
export * from './evidence.js';
export * from './lanes.js';
export * from './lifecycle.js';
export * from './staleness.js';
export * from './templates.js';
export * from './near-names.js';
export * from './persona.js';
