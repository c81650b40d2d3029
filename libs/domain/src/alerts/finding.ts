export const ALERT_RULES = ['signal', 'target_breach', 'threshold', 'staleness'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** `notice` is worth knowing and asks for nothing, such as a shift for the better. */
export const ALERT_SEVERITIES = ['notice', 'warning', 'critical'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export const severer = (a: AlertSeverity, b: AlertSeverity): AlertSeverity =>
  ALERT_SEVERITIES.indexOf(a) >= ALERT_SEVERITIES.indexOf(b) ? a : b;

/** What stands behind a finding, as it is kept: enough to see why without asking the data again. */
export interface AlertEvidence {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number | null;
  /** What the value was held against: a target, a threshold, the centre line of a chart. */
  readonly limit: number | null;
  /** The far end, where the limit is a range. */
  readonly upperLimit: number | null;
  readonly targetId?: string;
  readonly dueOn?: string;
  /** The rules of the control chart that the point breaks. */
  readonly signals?: readonly string[];
  readonly favourable?: boolean;
  /** Days without an observation, and how many are usual. */
  readonly ageDays?: number;
  readonly cadenceDays?: number;
}

/** One moment in the data at which a rule says that somebody should look. */
export interface AlertFinding {
  readonly rule: AlertRule;
  readonly severity: AlertSeverity;
  /** Milliseconds since 1970: when the bucket begins, or for staleness when the last observation was made. */
  readonly at: number;
  readonly evidence: AlertEvidence;
}
