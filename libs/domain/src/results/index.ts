export * from './compute-results.js';
export * from './combine-practices.js';
export * from './false-discovery.js';
export type { GroupGap } from './group-gaps.js';
export * from './result-cell.js';
export type { ResultSubmission } from './score-table.js';
export { combinedPractices, type WeightedPractice } from './combination-cell.js';
