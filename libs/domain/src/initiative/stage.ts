import { type Step, stepOrUnmet, type Unmet, unmetBy } from './unmet.js';

export const INITIATIVE_STAGES = [
  'proposed',
  'approved',
  'in_progress',
  'launched',
  'evaluating',
  'closed',
  'withdrawn',
] as const;
export type InitiativeStage = (typeof INITIATIVE_STAGES)[number];

/** Stages that an organisation may let nobody enter without a decision. */
export const GATED_STAGES = ['approved', 'in_progress', 'launched', 'closed'] as const;
export type GatedStage = (typeof GATED_STAGES)[number];

/** Forward one stage at a time; out at any time before the end; and back only when a proven gain has faded. */
const NEXT: Readonly<Record<InitiativeStage, readonly InitiativeStage[]>> = {
  proposed: ['approved', 'withdrawn'],
  approved: ['in_progress', 'withdrawn'],
  in_progress: ['launched', 'withdrawn'],
  launched: ['evaluating', 'closed', 'withdrawn'],
  evaluating: ['closed', 'withdrawn'],
  closed: ['evaluating'],
  withdrawn: [],
};

const REMEDIES = {
  WRONG_STAGE: 'Take one stage after the other.',
  HYPOTHESIS_INCOMPLETE: 'Say what will be changed, what that will move, and why you believe so.',
  NO_OWNER: 'Name an owner.',
  NO_SPONSOR: 'Name a sponsor.',
  NO_PROBLEM: 'Link the pain point, the opportunity or the gap that this answers.',
  NO_START: 'Say when work begins.',
  NO_ACTION: 'Write down at least one action.',
  NO_LAUNCH_DAY: 'Give the day of the launch.',
  LAUNCH_IN_FUTURE: 'Launch on the day, not before it.',
  DEPENDENCY_WITHDRAWN: 'Remove the dependency on an initiative that was withdrawn, or replace it.',
  DEPENDENCY_NOT_LAUNCHED: 'Launch what this depends on first.',
  REGISTRATION_REFUSED: 'Mend or remove the effect that could not be judged as it is registered.',
  NO_SEALED_REGISTRATION:
    'Nothing was registered before the launch, so that there is nothing to evaluate: close it instead.',
  STILL_SETTLING: 'Wait until the settling time is over.',
  EVALUATION_OUTSTANDING: 'Evaluate what was registered, or withdraw the registration with a reason.',
  VERDICT_OUTSTANDING: 'Wait for the verdict, or withdraw the registration with a reason.',
  ACTIONS_OPEN: 'Finish or drop the open actions.',
  REGISTRATION_STANDS: 'Withdraw the sealed registrations first, each with a reason; they stay visible.',
  REASON_MISSING: 'Give a reason; it stays with the initiative.',
  GAIN_NOT_FADED: 'Only a gain that has faded opens a closed initiative again.',
  DECISION_MISSING: 'Ask for the decision that this stage needs.',
  DECISION_WAITING: 'Wait for the decision that has been asked for.',
  DECISION_RETURNED: 'Answer what the decision was returned for, and ask again.',
  DECISION_REJECTED: 'The decision was against it. Withdraw the initiative, or ask again with something new.',
} as const;
export type StageCondition = keyof typeof REMEDIES;

export type DecisionState = 'waiting' | 'approved' | 'returned' | 'rejected';

/** What the state machine needs to know, gathered by the caller in the transaction of the change. Days are YYYY-MM-DD. */
export interface InitiativeFacts {
  readonly stage: InitiativeStage;
  readonly today: string;
  readonly hypothesis: { readonly change: string; readonly effect: string; readonly reason: string };
  readonly ownerId: string | null;
  readonly sponsorId: string | null;
  /** Pain points, opportunity and gaps that it answers. */
  readonly problems: number;
  readonly startsOn: string | null;
  readonly launchedOn: string | null;
  readonly actions: { readonly open: number; readonly all: number };
  readonly dependencies: readonly { readonly id: string; readonly stage: InitiativeStage }[];
  /** Those that were not withdrawn. */
  readonly registrations: readonly {
    readonly id: string;
    readonly sealed: boolean;
    /** Refusals of `checkRegistration` today; 0 for a sealed one. */
    readonly refusals: number;
    /** The first day after the settling time. */
    readonly settledOn: string | null;
    readonly verdict: 'proven' | 'not_proven' | 'worse' | 'insufficient' | null;
    readonly watch: 'holding' | 'faded' | 'insufficient' | null;
  }[];
  /** Stages that need a decision here. */
  readonly gates: readonly GatedStage[];
  /** The latest decision for each stage. */
  readonly decisions: readonly { readonly opensStage: GatedStage; readonly state: DecisionState }[];
  /** What the person who takes the step has written. */
  readonly reason: string;
}

type Conditions = Unmet<StageCondition>[];
const unmet = unmetBy(REMEDIES);
const blank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * Whether an initiative may enter a stage now. A stage that does not follow is the only thing said when it applies: the other
 * conditions mean nothing there. A gate's decision is asked for beside all the others, so that nobody decides upon a draft.
 */
export function enterStage(facts: InitiativeFacts, to: InitiativeStage): Step<InitiativeStage, StageCondition> {
  if (!NEXT[facts.stage].includes(to))
    return stepOrUnmet(facts.stage, to, [unmet('WRONG_STAGE', { from: facts.stage, to })]);
  return stepOrUnmet(facts.stage, to, [...conditionsOf(facts, to), ...gateOf(facts, to)]);
}

/** The stages that may follow, each with what is still missing: what a board shows before anybody drags a card. */
export const nextStages = (facts: InitiativeFacts): Step<InitiativeStage, StageCondition>[] =>
  NEXT[facts.stage].map((to) => enterStage(facts, to));

function conditionsOf(facts: InitiativeFacts, to: InitiativeStage): Conditions {
  switch (to) {
    case 'proposed':
      return [];
    case 'approved':
      return approvalConditions(facts);
    case 'in_progress':
      return [
        ...(facts.ownerId === null ? [unmet('NO_OWNER')] : []),
        ...(facts.startsOn === null ? [unmet('NO_START')] : []),
        ...withdrawnDependencies(facts),
      ];
    case 'launched':
      return launchConditions(facts);
    case 'evaluating':
      return facts.stage === 'closed' ? reopenConditions(facts) : evaluationConditions(facts);
    case 'closed':
      return closingConditions(facts);
    case 'withdrawn':
      return [
        ...(blank(facts.reason) ? [unmet('REASON_MISSING')] : []),
        ...facts.registrations.filter(({ sealed }) => sealed).map(({ id }) => unmet('REGISTRATION_STANDS', { id })),
      ];
  }
}

function approvalConditions({ hypothesis, ownerId, sponsorId, problems }: InitiativeFacts): Conditions {
  const { change, effect, reason } = hypothesis;
  return [
    ...([change, effect, reason].some(blank) ? [unmet('HYPOTHESIS_INCOMPLETE')] : []),
    ...(ownerId === null ? [unmet('NO_OWNER')] : []),
    ...(sponsorId === null ? [unmet('NO_SPONSOR')] : []),
    ...(problems === 0 ? [unmet('NO_PROBLEM')] : []),
  ];
}

const withdrawnDependencies = ({ dependencies }: InitiativeFacts): Conditions =>
  dependencies.filter(({ stage }) => stage === 'withdrawn').map(({ id }) => unmet('DEPENDENCY_WITHDRAWN', { id }));

const LIVE: readonly InitiativeStage[] = ['launched', 'evaluating', 'closed'];

function launchConditions(facts: InitiativeFacts): Conditions {
  const { actions, launchedOn, today, dependencies, registrations } = facts;
  return [
    ...(actions.all === 0 ? [unmet('NO_ACTION')] : []),
    ...(launchedOn === null ? [unmet('NO_LAUNCH_DAY')] : []),
    ...(launchedOn !== null && launchedOn > today ? [unmet('LAUNCH_IN_FUTURE', { launchedOn })] : []),
    ...withdrawnDependencies(facts),
    ...dependencies
      .filter(({ stage }) => stage !== 'withdrawn' && !LIVE.includes(stage))
      .map(({ id }) => unmet('DEPENDENCY_NOT_LAUNCHED', { id })),
    ...registrations.filter(({ refusals }) => refusals > 0).map(({ id }) => unmet('REGISTRATION_REFUSED', { id })),
  ];
}

function evaluationConditions({ registrations, today }: InitiativeFacts): Conditions {
  const sealed = registrations.filter((registration) => registration.sealed);
  if (sealed.length === 0) return [unmet('NO_SEALED_REGISTRATION')];
  const first = sealed.map(({ settledOn }) => settledOn ?? '').sort()[0]!;
  return first > today ? [unmet('STILL_SETTLING', { until: first })] : [];
}

const reopenConditions = ({ registrations }: InitiativeFacts): Conditions =>
  registrations.some(({ watch }) => watch === 'faded') ? [] : [unmet('GAIN_NOT_FADED')];

function closingConditions({ stage, registrations, actions, reason }: InitiativeFacts): Conditions {
  const sealed = registrations.filter((registration) => registration.sealed);
  const code = stage === 'launched' ? 'EVALUATION_OUTSTANDING' : 'VERDICT_OUTSTANDING';
  return [
    ...sealed.filter(({ verdict }) => verdict === null).map(({ id }) => unmet(code, { id })),
    ...(actions.open > 0 ? [unmet('ACTIONS_OPEN', { open: actions.open })] : []),
    // Closed without any verdict: that somebody wanted it so has to be seen later.
    ...(sealed.length === 0 && blank(reason) ? [unmet('REASON_MISSING')] : []),
  ];
}

const DECISIONS = {
  waiting: 'DECISION_WAITING',
  returned: 'DECISION_RETURNED',
  rejected: 'DECISION_REJECTED',
} as const;

function gateOf({ gates, decisions }: InitiativeFacts, to: InitiativeStage): Conditions {
  const gate = gates.find((stage) => stage === to);
  if (gate === undefined) return [];
  const decision = decisions.find(({ opensStage }) => opensStage === gate);
  if (decision === undefined) return [unmet('DECISION_MISSING', { stage: gate })];
  return decision.state === 'approved' ? [] : [unmet(DECISIONS[decision.state], { stage: gate })];
}
