export * from './ecosystem.js';
export { CHANGES, type Change, type Difference, differenceOf, type Estimate, weightedMean } from './estimate.js';
export { experienceScore, type ScoredDefinition } from './experience-score.js';
export * from './journey-health.js';
export {
  finishedMonths,
  FRESHNESSES,
  type Freshness,
  freshnessOf,
  type MetricStanding,
  metricStandings,
  type MonthTally,
  type MonthValue,
  scoreOf,
  type StandingContext,
  type StandingFacts,
  windowOf,
} from './metric-standing.js';
export { type Outlook, outlookOf, OUTLOOKS, targetOutlook, type TargetOutlook } from './target-outlook.js';
