import { type Step, stepOrUnmet, type Unmet, unmetBy } from './unmet.js';
import type { InitiativeStage } from './stage.js';

export const PAIN_POINT_STATES = ['new', 'confirmed', 'planned', 'fixed', 'verified', 'dismissed'] as const;
export type PainPointState = (typeof PAIN_POINT_STATES)[number];

/** Back to confirmed when a plan falls through or a fix did not help; dismissed at any time before it is fixed. */
const NEXT: Readonly<Record<PainPointState, readonly PainPointState[]>> = {
  new: ['confirmed', 'dismissed'],
  confirmed: ['planned', 'dismissed'],
  planned: ['fixed', 'confirmed', 'dismissed'],
  fixed: ['verified', 'confirmed'],
  verified: ['confirmed'],
  dismissed: ['new'],
};

const REMEDIES = {
  WRONG_STATE: 'Take one state after the other.',
  NO_SEVERITY: 'Say how severe it is, and what that rests on.',
  NO_FREQUENCY: 'Say how many of how many meet it, and what that rests on.',
  NO_EVIDENCE: 'Link feedback, or write down the evidence for severity and frequency.',
  NO_TOUCHPOINT: 'Say at which touchpoint it happens.',
  NO_INITIATIVE: 'Link an initiative that was not withdrawn.',
  NOT_LAUNCHED: 'Launch an initiative that answers it first.',
  NOT_PROVEN: 'Only a proven effect verifies a fix.',
  STILL_PLANNED: 'An initiative still answers it: remove the link or withdraw the initiative.',
  STILL_HELPING: 'Its effect is proven and holds.',
  REASON_MISSING: 'Give a reason; it stays with the pain point.',
} as const;
export type PainPointCondition = keyof typeof REMEDIES;

export interface PainPointFacts {
  readonly state: PainPointState;
  readonly severity: number | null;
  readonly frequency: { readonly count: number; readonly base: number } | null;
  /** Feedback that is linked, and evidence that is written down. */
  readonly evidence: number;
  readonly touchpoints: number;
  readonly initiatives: readonly {
    readonly stage: InitiativeStage;
    readonly verdict: 'proven' | 'not_proven' | 'worse' | 'insufficient' | null;
    readonly watch: 'holding' | 'faded' | 'insufficient' | null;
  }[];
  readonly reason: string;
}

const unmet = unmetBy(REMEDIES);
const LAUNCHED: readonly InitiativeStage[] = ['launched', 'evaluating', 'closed'];

/** Whether a pain point may enter a state now, and what is missing. */
export function enterPainPointState(
  facts: PainPointFacts,
  to: PainPointState,
): Step<PainPointState, PainPointCondition> {
  if (!NEXT[facts.state].includes(to))
    return stepOrUnmet(facts.state, to, [unmet('WRONG_STATE', { from: facts.state, to })]);
  return stepOrUnmet(facts.state, to, conditionsOf(facts, to));
}

export const nextPainPointStates = (facts: PainPointFacts): Step<PainPointState, PainPointCondition>[] =>
  NEXT[facts.state].map((to) => enterPainPointState(facts, to));

function conditionsOf(facts: PainPointFacts, to: PainPointState): Unmet<PainPointCondition>[] {
  const alive = facts.initiatives.filter(({ stage }) => stage !== 'withdrawn');
  const helps = alive.some(({ verdict, watch }) => verdict === 'proven' && watch !== 'faded');
  switch (to) {
    case 'new':
      return [];
    case 'confirmed':
      if (facts.state === 'planned') return alive.length > 0 ? [unmet('STILL_PLANNED')] : [];
      if (facts.state === 'fixed' || facts.state === 'verified')
        return helps ? [unmet('STILL_HELPING')] : reasonOf(facts);
      return [
        ...(facts.severity === null ? [unmet('NO_SEVERITY')] : []),
        ...(facts.frequency === null ? [unmet('NO_FREQUENCY')] : []),
        ...(facts.evidence === 0 ? [unmet('NO_EVIDENCE')] : []),
        ...(facts.touchpoints === 0 ? [unmet('NO_TOUCHPOINT')] : []),
      ];
    case 'planned':
      return alive.length === 0 ? [unmet('NO_INITIATIVE')] : [];
    case 'fixed':
      return alive.some(({ stage }) => LAUNCHED.includes(stage)) ? [] : [unmet('NOT_LAUNCHED')];
    case 'verified':
      return helps ? [] : [unmet('NOT_PROVEN')];
    case 'dismissed':
      return reasonOf(facts);
  }
}

const reasonOf = ({ reason }: PainPointFacts): Unmet<PainPointCondition>[] =>
  reason.trim() === '' ? [unmet('REASON_MISSING')] : [];
