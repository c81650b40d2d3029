import type { Tone } from '../../ui/StatusBadge.js';
import type { PainPointFieldsFragment, PainPointKind, PainPointState } from './pain-points.generated.js';

export type PainPoint = PainPointFieldsFragment;
export interface OfPainPoint {
  painPoint: PainPoint;
}

export const PAIN_POINT_STATES = [
  'NEW',
  'CONFIRMED',
  'PLANNED',
  'FIXED',
  'VERIFIED',
  'DISMISSED',
] as const satisfies readonly PainPointState[];

export const painPointTone: Record<PainPointState, Tone> = {
  NEW: 'quiet',
  CONFIRMED: 'warn',
  PLANNED: 'active',
  FIXED: 'active',
  VERIFIED: 'good',
  DISMISSED: 'quiet',
};

export const PAIN_POINT_KINDS = ['SINGLE', 'COMMON', 'FALSE_HIGHLIGHT'] as const satisfies readonly PainPointKind[];

/** 1 a nuisance to 5 customers leave or come to harm. */
export const SEVERITIES = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof SEVERITIES)[number];

export const PAIN_POINT_PANELS = ['edit', 'move', 'classify', 'join', 'gather', 'merge', 'causes'] as const;
export type PainPointPanel = (typeof PAIN_POINT_PANELS)[number];

/** Whoever takes such a step says why; the reason stays with the pain point. */
export const asksReason = (from: PainPointState, to: PainPointState): boolean =>
  to === 'DISMISSED' || (to === 'CONFIRMED' && (from === 'FIXED' || from === 'VERIFIED'));

/** What the list is called again by once a pain point changed. */
export const STALE = ['PainPointList'];

/** Back to confirmed is another step than being confirmed: the plan fell through, or the fix did not help. */
export const stepName = (from: PainPointState, to: PainPointState) =>
  to === 'CONFIRMED' && from !== 'NEW' ? 'BACK' : to;
