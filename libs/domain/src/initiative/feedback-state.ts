import { type Step, stepOrUnmet, type Unmet, unmetBy } from './unmet.js';
import type { PainPointState } from './pain-point-state.js';

export const FEEDBACK_STATES = ['new', 'linked', 'merged', 'dismissed'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

const REMEDIES = {
  WRONG_STATE: 'Take it back into the inbox first.',
  NO_PAIN_POINT: 'Choose the pain point that it speaks of.',
  PAIN_POINT_CLOSED: 'That pain point was dismissed or merged. Choose another one.',
  NO_TARGET: 'Choose the feedback that says the same.',
  MERGED_INTO_ITSELF: 'Feedback cannot be merged into itself.',
  TARGET_MERGED: 'That feedback was merged itself: merge into what it was merged into.',
  OTHERS_MERGED_INTO_IT: 'Others were merged into this one. Merge them elsewhere first, or merge the other way round.',
  REASON_MISSING: 'Give a reason; it stays with the feedback.',
} as const;
export type FeedbackCondition = keyof typeof REMEDIES;

export interface FeedbackFacts {
  readonly id: string;
  readonly state: FeedbackState;
  /** The pain point to link with. */
  readonly painPoint: { readonly state: PainPointState; readonly merged: boolean } | null;
  /** The feedback to merge into. */
  readonly target: { readonly id: string; readonly state: FeedbackState } | null;
  readonly mergedIntoThis: number;
  readonly reason: string;
}

const unmet = unmetBy(REMEDIES);

/** Out of the inbox in one of three ways, and back; linked feedback may be linked anew. */
export function triageFeedback(facts: FeedbackFacts, to: FeedbackState): Step<FeedbackState, FeedbackCondition> {
  const relink = facts.state === 'linked' && to === 'linked';
  if (facts.state !== 'new' && to !== 'new' && !relink)
    return stepOrUnmet(facts.state, to, [unmet('WRONG_STATE', { from: facts.state, to })]);
  return stepOrUnmet(facts.state, to, conditionsOf(facts, to));
}

function conditionsOf(facts: FeedbackFacts, to: FeedbackState): Unmet<FeedbackCondition>[] {
  const { painPoint, target } = facts;
  switch (to) {
    case 'new':
      return facts.state === 'new' ? [unmet('WRONG_STATE', { from: 'new', to })] : [];
    case 'linked':
      if (painPoint === null) return [unmet('NO_PAIN_POINT')];
      return painPoint.merged || painPoint.state === 'dismissed' ? [unmet('PAIN_POINT_CLOSED')] : [];
    case 'merged':
      if (target === null) return [unmet('NO_TARGET')];
      if (target.id === facts.id) return [unmet('MERGED_INTO_ITSELF')];
      return [
        ...(target.state === 'merged' ? [unmet('TARGET_MERGED')] : []),
        ...(facts.mergedIntoThis > 0 ? [unmet('OTHERS_MERGED_INTO_IT', { others: facts.mergedIntoThis })] : []),
      ];
    case 'dismissed':
      return facts.reason.trim() === '' ? [unmet('REASON_MISSING')] : [];
  }
}
