import type { Tone } from '../../ui/StatusBadge.js';
import type { EffectFieldsFragment, EffectVerdictFieldsFragment } from './effects.generated.js';

export type Effect = EffectFieldsFragment;
export type Verdict = EffectVerdictFieldsFragment;

export const verdictTone: Record<Verdict['verdict'], Tone> = {
  PROVEN: 'good',
  HOLDING: 'good',
  NOT_PROVEN: 'warn',
  WORSE: 'bad',
  FADED: 'bad',
  INSUFFICIENT: 'quiet',
};

export const METHODS = ['INTERRUPTED_SERIES', 'BEFORE_AFTER', 'DIFFERENCE_IN_DIFFERENCES'] as const;
export const GRAINS = ['DAY', 'WEEK', 'MONTH'] as const;
export const DIRECTIONS = ['UP', 'DOWN'] as const;

/** "region = North", or nothing for everybody. */
export const segmentText = (segment: Effect['segment']): string =>
  segment ? `${segment.dimension} = ${segment.value}` : '';

/** What can be said about an effect now, in the order in which it comes about. */
export type EffectState = 'open' | 'sealed' | 'withdrawn' | 'judged';
export function stateOf({ withdrawnAt, verdicts, sealedAt }: Effect): EffectState {
  if (withdrawnAt) return 'withdrawn';
  if (verdicts.length > 0) return 'judged';
  return sealedAt ? 'sealed' : 'open';
}
