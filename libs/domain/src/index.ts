export * from './maturity-model/maturity-model.js';
