import type { Tone } from '../../ui/StatusBadge.js';
import type { DecisionOutcome, DecisionState } from './decisions.generated.js';

export const DECISION_STATES = [
  'WAITING',
  'APPROVED',
  'RETURNED',
  'REJECTED',
  'TAKEN_BACK',
] as const satisfies readonly DecisionState[];

export const OUTCOMES = ['APPROVED', 'RETURNED', 'REJECTED'] as const satisfies readonly DecisionOutcome[];

export const decisionTone: Record<DecisionState, Tone> = {
  WAITING: 'warn',
  APPROVED: 'good',
  RETURNED: 'active',
  REJECTED: 'bad',
  TAKEN_BACK: 'quiet',
};

export const DECISION_PANELS = ['decide', 'edit', 'takeBack', 'score'] as const;
export type DecisionPanel = (typeof DECISION_PANELS)[number];
