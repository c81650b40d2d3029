/** Who an alert has reached: the team that answers for it, the programme office, an executive. */
export const ESCALATION_LEVELS = ['team', 'programme_office', 'executive'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export interface EscalationRule {
  /** Hours that an alert may stay open before it goes to the programme office, and to the executives. */
  readonly officeAfterHours: number;
  readonly executiveAfterHours: number;
}

export const USUAL_ESCALATION: EscalationRule = { officeAfterHours: 48, executiveAfterHours: 168 };
export const LONGEST_ESCALATION_HOURS = 8760;

const HOUR_MS = 3_600_000;

/**
 * How far up an alert should be by now. Only one that nobody has touched moves by itself; it never comes down, and a
 * notice asks for nothing and stays where it is.
 */
export function dueLevel(
  rule: EscalationRule,
  alert: { state: string; severity: string; openSince: number; level: number },
  now: number,
): number {
  if (alert.state !== 'open' || alert.severity === 'notice') return alert.level;
  const hours = (now - alert.openSince) / HOUR_MS;
  const due = hours >= rule.executiveAfterHours ? 2 : hours >= rule.officeAfterHours ? 1 : 0;
  return Math.max(alert.level, due);
}
