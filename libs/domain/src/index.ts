export * from './maturity-model/maturity-model.js';
export * from './abilities/index.js';
export * from './errors/index.js';
