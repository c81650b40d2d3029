export { ScorecardsModule } from './scorecards.module.js';
export { ACCOUNTABLE_TODAY, withMetricFacts } from './metric-facts.sql.js';
export { type BoardFacts, type BoardMetric, StandingBoard } from './standing-board.js';
export { MetricStandingType } from './standing.type.js';
