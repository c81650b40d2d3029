export { AlertsModule } from './alerts.module.js';
export { EvaluateAlertsService } from './evaluate-alerts.service.js';
export { alertJson, AROUND_ALERT, concernsTeams, mayUpdateAlert } from './alert-sql.js';
export { MetricTrendEnum, PulseTargetStatusEnum } from './alert.enums.js';
export { AlertSummaryType, PulsePointType } from './alert.type.js';
export {
  ALERT_GRAIN,
  LAST_AT,
  latestTallies,
  peopleOfLatest,
  type PointVersion,
  pointsOf,
  type TallyRow,
  VERSIONS_JSON,
} from './measured-points.js';
