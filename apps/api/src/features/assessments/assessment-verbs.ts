import { type AssessmentFacts, type AssessmentVerb, transition } from '@touchstone/domain';
import type { AssessmentType, AssessmentVerbType } from './assessment.type.js';

/** The steps the interface offers; reopening is left to the domain until there is a use for it. */
const OFFERED: readonly AssessmentVerb[] = ['open', 'close', 'publish', 'archive'];

type WaveRow = Pick<AssessmentType, 'state' | 'deadline' | 'minimumGroupSize' | 'resultsComputedAt'> & {
  readonly modelPublished: boolean;
  readonly raterGroups: readonly Pick<
    AssessmentType['raterGroups'][number],
    'id' | 'expectedSize' | 'invited' | 'submitted'
  >[];
};

/** A wave as it was read, in the terms of the state machine. */
export function factsOf(wave: WaveRow): AssessmentFacts {
  return {
    state: wave.state,
    modelVersion: { published: wave.modelPublished },
    deadline: new Date(wave.deadline),
    minimumGroupSize: wave.minimumGroupSize,
    raterGroups: wave.raterGroups.map((group) => ({
      id: group.id,
      expected: group.expectedSize,
      invitations: group.invited,
    })),
    submissions: wave.raterGroups.reduce((sum, group) => sum + group.submitted, 0),
    resultsComputed: wave.resultsComputedAt !== null,
    pendingSteps: [],
  };
}

export function verbsFor(wave: WaveRow, now: Date): AssessmentVerbType[] {
  const facts = factsOf(wave);
  return OFFERED.map((verb) => {
    const outcome = transition(facts, verb, now);
    return outcome.allowed
      ? { verb, allowed: true, reasons: [] }
      : { verb, allowed: false, reasons: [...new Set(outcome.reasons.map(({ code }) => code))] };
  });
}
