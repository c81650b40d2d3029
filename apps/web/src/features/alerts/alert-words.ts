import type { Tone } from '../../ui/StatusBadge.js';
import type {
  AlertCloseReason,
  AlertMail,
  AlertRule,
  AlertSeverity,
  AlertState,
  EvidenceFieldsFragment,
} from './alerts.generated.js';

export const ALERT_STATES: readonly AlertState[] = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'CLOSED'];
export const ALERT_RULES: readonly AlertRule[] = ['SIGNAL', 'TARGET_BREACH', 'THRESHOLD', 'STALENESS'];
export const ALERT_SEVERITIES: readonly AlertSeverity[] = ['CRITICAL', 'WARNING', 'NOTICE'];
export const ALERT_MAILS: readonly AlertMail[] = ['ALL', 'CRITICAL', 'NONE'];
/** Those that people give; the system has two of its own. */
export const OWN_REASONS: readonly AlertCloseReason[] = [
  'RESOLVED',
  'EXPECTED',
  'FALSE_ALARM',
  'DATA_PROBLEM',
  'PAIN_POINT',
];

export const severityTone: Record<AlertSeverity, Tone> = { CRITICAL: 'bad', WARNING: 'warn', NOTICE: 'quiet' };
export const stateTone: Record<AlertState, Tone> = {
  OPEN: 'warn',
  ACKNOWLEDGED: 'active',
  SNOOZED: 'quiet',
  CLOSED: 'good',
};

/** An alert as far as a sentence about it needs. */
export interface SpokenAlert {
  rule: AlertRule;
  unit: string;
  latest: EvidenceFieldsFragment;
}
