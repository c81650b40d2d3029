import type { AccountabilityFindingKind, Responsibility } from './ownership.generated.js';

/** In the order of their letters' weight: A, R, C, I. */
export const RESPONSIBILITIES: readonly Responsibility[] = ['ACCOUNTABLE', 'RESPONSIBLE', 'CONSULTED', 'INFORMED'];

export const FINDING_KINDS: readonly AccountabilityFindingKind[] = [
  'NO_ACCOUNTABLE_TEAM',
  'ARCHIVED_TEAM_ACCOUNTABLE',
  'HOLE_AHEAD',
  'UNWATCHED_METRIC',
  'TOUCHPOINT_WITHOUT_METRIC',
  'SEVERAL_RESPONSIBLE',
  'DECLARED_CONFLICT',
  'METRICS_PULL_APART',
];

/** Nobody to turn to is worse than not knowing how it goes. */
export const FINDING_TONES: Record<AccountabilityFindingKind, 'bad' | 'warn'> = {
  NO_ACCOUNTABLE_TEAM: 'bad',
  ARCHIVED_TEAM_ACCOUNTABLE: 'bad',
  HOLE_AHEAD: 'bad',
  UNWATCHED_METRIC: 'warn',
  TOUCHPOINT_WITHOUT_METRIC: 'warn',
  SEVERAL_RESPONSIBLE: 'warn',
  DECLARED_CONFLICT: 'warn',
  METRICS_PULL_APART: 'warn',
};
