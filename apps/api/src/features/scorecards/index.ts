export { ScorecardsModule } from './scorecards.module.js';
export { ACCOUNTABLE_TODAY, withMetricFacts } from './metric-facts.sql.js';
export { ObjectiveStatusReadModel } from './objective-status.read-model.js';
export { ScorecardsReadModel } from './scorecards.read-model.js';
export { type BoardFacts, type BoardMetric, StandingBoard } from './standing-board.js';
export { MetricStandingType } from './standing.type.js';
