import type { AccountabilityFindingClass, AccountabilityFindingKind, Responsibility } from './ownership.generated.js';

/** In the order of their letters' weight: A, R, C, I. */
export const RESPONSIBILITIES: readonly Responsibility[] = ['ACCOUNTABLE', 'RESPONSIBLE', 'CONSULTED', 'INFORMED'];

export const FINDING_KINDS: readonly AccountabilityFindingKind[] = [
  'NO_ACCOUNTABLE_TEAM',
  'ARCHIVED_TEAM_ACCOUNTABLE',
  'HOLE_AHEAD',
  'UNWATCHED_METRIC',
  'TOUCHPOINT_WITHOUT_METRIC',
  'SEVERAL_RESPONSIBLE',
  'METRICS_PULL_APART',
];

export const CLASS_TONES: Record<AccountabilityFindingClass, 'bad' | 'warn'> = {
  MISSING: 'bad',
  DOUBLE: 'warn',
  CONFLICT: 'warn',
};
