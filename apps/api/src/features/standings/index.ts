export { ACCOUNTABLE_TODAY, withMetricFacts } from './metric-facts.sql.js';
export { type BoardFacts, type BoardMetric, type BoardTarget, judgedFor, StandingBoard } from './standing-board.js';
export { MetricStandingType, OutlookCountType, OutlookEnum } from './standing.type.js';
