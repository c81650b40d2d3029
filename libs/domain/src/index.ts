export * from './maturity-model/index.js';
export * from './abilities/index.js';
export * from './anonymity/index.js';
export * from './assessment/index.js';
export * from './errors/index.js';
export * from './scoring/index.js';
export * from './prioritisation/index.js';
