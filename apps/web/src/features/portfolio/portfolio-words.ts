import type { Tone } from '../../ui/StatusBadge.js';
import type { BenefitOutcome, LateKind, LaunchOutcome } from './portfolio.generated.js';

export const outcomeTone: Record<LaunchOutcome, Tone> = {
  PROVEN: 'good',
  NOT_PROVEN: 'warn',
  WORSE: 'bad',
  INSUFFICIENT: 'quiet',
  OVERDUE: 'warn',
  NOT_YET_DUE: 'active',
  UNREGISTERED: 'quiet',
};

export const benefitTone: Record<BenefitOutcome, Tone> = {
  REACHED: 'good',
  POSSIBLE: 'active',
  MISSED: 'bad',
  OPEN: 'quiet',
};

/** What is late says itself whom it is about; those of a stage stay in their lists. */
export const LATE_KINDS = [
  'LAUNCH',
  'STAGE',
  'MILESTONE',
  'ACTION',
  'EVALUATION',
  'REPORT',
] as const satisfies readonly LateKind[];

export const ESTIMATES = [1, 2, 3, 4, 5] as const;
