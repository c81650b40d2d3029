export type { Step, Unmet } from './unmet.js';
export * from './stage.js';
export * from './dependency-cycle.js';
export * from './pain-point-merge.js';
export * from './pain-point-state.js';
export * from './feedback-state.js';
