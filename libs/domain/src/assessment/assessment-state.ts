import { assertNever } from '../errors/index.js';
import { SMALLEST_MINIMUM_GROUP_SIZE } from './assessment-policy.js';

export const ASSESSMENT_STATES = ['draft', 'open', 'closed', 'published', 'archived'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

export const ASSESSMENT_VERBS = ['open', 'close', 'reopen', 'publish', 'archive'] as const;
export type AssessmentVerb = (typeof ASSESSMENT_VERBS)[number];

/** Steps that a wave's policy may ask for between closing and publishing. */
export type ReviewStep = 'validation' | 'consensus';

export interface RaterGroupFacts {
  readonly id: string;
  /** How many people the group is expected to answer for; null when the office does not know. */
  readonly expected: number | null;
  readonly invitations: number;
}

/** What the state machine needs to know of a wave, gathered by the caller in the transaction of the change. */
export interface AssessmentFacts {
  readonly state: AssessmentState;
  /** Null: no model pinned. Only a published version never changes, so only that can be pinned by an open wave. */
  readonly modelVersion: { readonly published: boolean } | null;
  readonly deadline: Date | null;
  readonly minimumGroupSize: number;
  readonly raterGroups: readonly RaterGroupFacts[];
  readonly submissions: number;
  readonly resultsComputed: boolean;
  readonly pendingSteps: readonly ReviewStep[];
}

export type RefusalCode =
  | 'WRONG_STATE'
  | 'NO_MODEL_VERSION'
  | 'MODEL_VERSION_NOT_PUBLISHED'
  | 'NO_RATER_GROUP'
  | 'NOBODY_TO_ASK'
  | 'NO_DEADLINE'
  | 'DEADLINE_PASSED'
  | 'MINIMUM_GROUP_SIZE_TOO_SMALL'
  | 'RESULTS_ALREADY_COMPUTED'
  | 'NO_SUBMISSIONS'
  | 'RESULTS_NOT_COMPUTED'
  | 'VALIDATION_PENDING'
  | 'CONSENSUS_PENDING';

export interface Refusal {
  readonly code: RefusalCode;
  /** The rater group that the reason is about, where it is about one. */
  readonly raterGroupId?: string;
}

export type Transition =
  | { readonly allowed: true; readonly from: AssessmentState; readonly to: AssessmentState }
  | { readonly allowed: false; readonly reasons: readonly Refusal[] };

interface Edge {
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
}

const EDGES: Readonly<Record<AssessmentVerb, Edge>> = {
  open: { from: ['draft'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  publish: { from: ['closed'], to: 'published' },
  // An open wave is closed first: archiving it would silently drop people who are in the middle of answering.
  archive: { from: ['draft', 'closed', 'published'], to: 'archived' },
};

/**
 * Whether a wave may take a step now, and if not, every reason at once, so that the office repairs a draft in one pass.
 * A wrong state is the only reason given when it applies: the other conditions mean nothing there.
 */
export function transition(facts: AssessmentFacts, verb: AssessmentVerb, now: Date): Transition {
  const edge = EDGES[verb];
  if (!edge.from.includes(facts.state)) return { allowed: false, reasons: [{ code: 'WRONG_STATE' }] };
  const reasons = conditions(facts, verb, now);
  return reasons.length === 0 ? { allowed: true, from: facts.state, to: edge.to } : { allowed: false, reasons };
}

/** The steps a wave may take now, for menus that offer only what will work. */
export function allowedVerbs(facts: AssessmentFacts, now: Date): AssessmentVerb[] {
  return ASSESSMENT_VERBS.filter((verb) => transition(facts, verb, now).allowed);
}

function conditions(facts: AssessmentFacts, verb: AssessmentVerb, now: Date): Refusal[] {
  switch (verb) {
    case 'open':
      return [
        ...modelReasons(facts),
        ...raterReasons(facts),
        ...deadlineReasons(facts, now),
        ...anonymityReasons(facts),
      ];
    case 'close':
      return [];
    case 'reopen':
      // Once numbers exist, a late answer would change them, and the change would say what the late respondent thought.
      return [
        ...(facts.resultsComputed ? [{ code: 'RESULTS_ALREADY_COMPUTED' } as const] : []),
        ...deadlineReasons(facts, now),
      ];
    case 'publish':
      return publishReasons(facts);
    case 'archive':
      return [];
    default:
      return assertNever(verb);
  }
}

function modelReasons({ modelVersion }: AssessmentFacts): Refusal[] {
  if (modelVersion === null) return [{ code: 'NO_MODEL_VERSION' }];
  return modelVersion.published ? [] : [{ code: 'MODEL_VERSION_NOT_PUBLISHED' }];
}

function raterReasons({ raterGroups }: AssessmentFacts): Refusal[] {
  if (raterGroups.length === 0) return [{ code: 'NO_RATER_GROUP' }];
  return raterGroups
    .filter((group) => group.invitations === 0 && (group.expected ?? 0) <= 0)
    .map((group) => ({ code: 'NOBODY_TO_ASK', raterGroupId: group.id }) as const);
}

function deadlineReasons({ deadline }: AssessmentFacts, now: Date): Refusal[] {
  if (deadline === null) return [{ code: 'NO_DEADLINE' }];
  return deadline.getTime() > now.getTime() ? [] : [{ code: 'DEADLINE_PASSED' }];
}

function anonymityReasons({ minimumGroupSize }: AssessmentFacts): Refusal[] {
  const enough = Number.isInteger(minimumGroupSize) && minimumGroupSize >= SMALLEST_MINIMUM_GROUP_SIZE;
  return enough ? [] : [{ code: 'MINIMUM_GROUP_SIZE_TOO_SMALL' }];
}

function publishReasons(facts: AssessmentFacts): Refusal[] {
  const reasons: Refusal[] = [];
  if (facts.submissions === 0) reasons.push({ code: 'NO_SUBMISSIONS' });
  if (!facts.resultsComputed) reasons.push({ code: 'RESULTS_NOT_COMPUTED' });
  for (const step of new Set(facts.pendingSteps)) {
    switch (step) {
      case 'validation':
        reasons.push({ code: 'VALIDATION_PENDING' });
        break;
      case 'consensus':
        reasons.push({ code: 'CONSENSUS_PENDING' });
        break;
      default:
        assertNever(step);
    }
  }
  return reasons;
}

/**
 * Groups that are too small ever to show a number, so that the office can merge them before anybody is asked.
 * A warning and not a refusal: their answers still count in the whole.
 */
export function groupsThatCannotShow(facts: AssessmentFacts): string[] {
  return facts.raterGroups
    .filter((group) => Math.max(group.expected ?? 0, group.invitations) < facts.minimumGroupSize)
    .map((group) => group.id);
}

export type AssessmentField =
  | 'name'
  | 'deadline'
  | 'period'
  | 'scope'
  | 'modelVersion'
  | 'anonymity'
  | 'minimumGroupSize'
  | 'raterGroups'
  | 'expectedSizes'
  | 'invitations';

/** Whether a field may still change. What respondents were told when they answered is fixed from the opening on. */
export function mayChange(state: AssessmentState, field: AssessmentField): boolean {
  switch (field) {
    case 'name':
      return state !== 'archived';
    case 'deadline':
    case 'expectedSizes':
    case 'invitations':
      return state === 'draft' || state === 'open';
    case 'period':
    case 'scope':
    case 'modelVersion':
    case 'anonymity':
    case 'minimumGroupSize':
    case 'raterGroups':
      return state === 'draft';
    default:
      return assertNever(field);
  }
}
