export * from './alert-state.js';
export {
  alertGrain,
  type AlertGrain,
  type AlertWindow,
  isOver,
  LOOK_BACK_DAYS,
  SERIES_BUCKETS,
} from './alert-window.js';
export * from './escalation.js';
export { type AlertPoint, findAlerts, staleAfterDays, type WatchedMetric } from './find-alerts.js';
export * from './finding.js';
export { misses, targetsDueOn } from './judge-point.js';
export { type PointSignals, signalsByPoint } from './point-signals.js';
