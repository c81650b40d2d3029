/** Which acts a wave offers now: what the API says of each, and the one that moves it on. */
import type { AssessmentFieldsFragment, AssessmentState } from './assessments.generated.js';

/** Acts that change the state and ask for confirmation first. */
export const STATE_VERBS = ['open', 'close', 'publish', 'archive', 'delete'] as const;
export type StateVerb = (typeof STATE_VERBS)[number];
export type RunVerb = StateVerb | 'update' | 'extendDeadline' | 'invite' | 'remind' | 'importAnswers';

export interface VerbAnswer {
  readonly allowed: boolean;
  readonly reasons: readonly string[];
}

type Verbs = AssessmentFieldsFragment['verbs'];

/** A verb the API does not speak of is not offered. */
export function verbAnswer(verbs: Verbs, verb: RunVerb): VerbAnswer | null {
  return verbs.find((each) => each.verb === verb) ?? null;
}

/** The step that comes next in the life of a wave, whether or not it may be taken already. */
export function nextVerb(state: AssessmentState): StateVerb | null {
  const next: Record<AssessmentState, StateVerb | null> = {
    DRAFT: 'open',
    OPEN: 'close',
    CLOSED: 'publish',
    PUBLISHED: null,
    ARCHIVED: null,
  };
  return next[state];
}

/** The other acts for the menu: everything the API allows, besides the next step. */
export function menuVerbs(verbs: Verbs, state: AssessmentState): StateVerb[] {
  const next = nextVerb(state);
  return STATE_VERBS.filter((verb) => verb !== next && verbAnswer(verbs, verb)?.allowed);
}
