import { registerEnumType } from '@nestjs/graphql';

export enum AlertRuleEnum {
  SIGNAL = 'signal',
  TARGET_BREACH = 'target_breach',
  THRESHOLD = 'threshold',
  STALENESS = 'staleness',
}
registerEnumType(AlertRuleEnum, { name: 'AlertRule' });

export enum AlertSeverityEnum {
  NOTICE = 'notice',
  WARNING = 'warning',
  CRITICAL = 'critical',
}
registerEnumType(AlertSeverityEnum, { name: 'AlertSeverity' });

export enum AlertStateEnum {
  OPEN = 'open',
  ACKNOWLEDGED = 'acknowledged',
  SNOOZED = 'snoozed',
  CLOSED = 'closed',
}
registerEnumType(AlertStateEnum, { name: 'AlertState' });

export enum AlertCloseReasonEnum {
  RESOLVED = 'resolved',
  EXPECTED = 'expected',
  FALSE_ALARM = 'false_alarm',
  DATA_PROBLEM = 'data_problem',
  PAIN_POINT = 'pain_point',
  RECOVERED = 'recovered',
  SERIES_BREAK = 'series_break',
  METRIC_ARCHIVED = 'metric_archived',
}
registerEnumType(AlertCloseReasonEnum, {
  name: 'AlertCloseReason',
  description: 'RECOVERED, SERIES_BREAK and METRIC_ARCHIVED are given by the system alone.',
});

export enum AlertActEnum {
  OPENED = 'opened',
  SEEN_AGAIN = 'seen_again',
  ACKNOWLEDGED = 'acknowledged',
  SNOOZED = 'snoozed',
  WOKEN = 'woken',
  ASSIGNED = 'assigned',
  ESCALATED = 'escalated',
  CLOSED = 'closed',
  REOPENED = 'reopened',
  NOTED = 'noted',
}
registerEnumType(AlertActEnum, { name: 'AlertAct' });

export enum AlertMailEnum {
  ALL = 'all',
  CRITICAL = 'critical',
  NONE = 'none',
}
registerEnumType(AlertMailEnum, { name: 'AlertMail' });

export enum MetricTrendEnum {
  UP = 'up',
  DOWN = 'down',
  LEVEL = 'level',
  UNCLEAR = 'unclear',
}
registerEnumType(MetricTrendEnum, {
  name: 'MetricTrend',
  description: 'From one period to the next; UNCLEAR where the intervals overlap, so that chance may be all of it.',
});

export enum PulseTargetStatusEnum {
  MET = 'met',
  NOT_MET = 'not_met',
  NO_DATA = 'no_data',
  NOT_DUE = 'not_due',
}
registerEnumType(PulseTargetStatusEnum, { name: 'PulseTargetStatus' });
