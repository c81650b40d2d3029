export * from './correlation.js';
export type { DriverCorrelations, DriverInput, DriverObservations } from './driver-input.js';
export * from './ipa.js';
export * from './kano.js';
export * from './lmg-shapley.js';
export * from './penalty-reward.js';
export * from './regression-standardized.js';
export * from './relative-weights.js';
