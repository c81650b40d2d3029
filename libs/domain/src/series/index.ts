export * from './tally.js';
export {
  MEASURED_AGGREGATIONS,
  type Measure,
  type MeasuredAggregation,
  type MeasuredDefinition,
  type MeasureInput,
  measureOf,
} from './measure-of.js';
export * from './buckets.js';
export * from './compare-tallies.js';
export { subtractTally } from './subtract-tally.js';
export { compareToRest, type PartOfWhole } from './compare-to-rest.js';
