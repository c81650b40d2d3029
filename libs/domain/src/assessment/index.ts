export * from './answer-check.js';
export * from './assessment-policy.js';
export * from './assessment-state.js';
