/** Which steps a wave offers now: what the API says of each, and the one that moves it on. */
import type { AssessmentFieldsFragment, AssessmentState } from './assessments.generated.js';

/** Steps that change the state, or end it, and ask for confirmation first. */
export const STATE_VERBS = ['open', 'close', 'publish', 'archive', 'delete'] as const;
export type StateVerb = (typeof STATE_VERBS)[number];

export interface VerbAnswer {
  readonly allowed: boolean;
  readonly reasons: readonly string[];
}

type Wave = Pick<AssessmentFieldsFragment, 'state' | 'verbs'>;

/** The API's answer about a step; deleting is no step of the state machine, and only a draft can be deleted. */
export function verbAnswer({ state, verbs }: Wave, verb: StateVerb): VerbAnswer {
  if (verb === 'delete') return { allowed: state === 'DRAFT', reasons: [] };
  return verbs.find((each) => each.verb === verb) ?? { allowed: false, reasons: [] };
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

/** The other steps for the menu: everything allowed besides the next one. */
export function menuVerbs(wave: Wave): StateVerb[] {
  const next = nextVerb(wave.state);
  return STATE_VERBS.filter((verb) => verb !== next && verbAnswer(wave, verb).allowed);
}
