import type { PainPointState } from './pain-point-state.js';

export interface MergedPainPoint {
  readonly id: string;
  readonly kind: 'single' | 'common' | 'false_highlight';
  readonly state: PainPointState;
  /** The common one that it belongs to. */
  readonly commonId: string | null;
  readonly archived: boolean;
  readonly merged: boolean;
}

export type MergeRefusal = 'ITSELF' | 'MERGED' | 'ARCHIVED' | 'DISMISSED' | 'CIRCLE' | 'KIND';

/**
 * Why one pain point cannot go into another; null where it can. What customers suffer from does not go into what the
 * organisation is proud of, and a common one goes only into another common one, for a single one gathers nothing.
 */
export function refuseMerge(goes: MergedPainPoint, stays: MergedPainPoint): MergeRefusal | null {
  if (goes.id === stays.id) return 'ITSELF';
  if (goes.merged || stays.merged) return 'MERGED';
  if (goes.archived || stays.archived) return 'ARCHIVED';
  if (stays.state === 'dismissed') return 'DISMISSED';
  // It would gather itself.
  if (stays.commonId === goes.id) return 'CIRCLE';
  if (goes.kind === stays.kind) return null;
  return goes.kind === 'single' && stays.kind === 'common' ? null : 'KIND';
}
