import type { Answers, Dimension, Practice, Questionnaire } from './contract.js';
import { practiceStatus } from './progress.js';

/** Where a person is in the questionnaire. The screens before and after it are decided by the session's state. */
export type Place =
  | { readonly screen: 'intro' }
  | { readonly screen: 'practice'; readonly practiceId: string }
  | { readonly screen: 'overview' }
  | { readonly screen: 'review' };

export interface Step {
  readonly practice: Practice;
  readonly dimension: Dimension;
  readonly index: number;
  readonly total: number;
  /** True on the first practice of its dimension, where the dimension is introduced. */
  readonly opensDimension: boolean;
}

export function stepsOf(questionnaire: Questionnaire): Step[] {
  const total = questionnaire.dimensions.reduce((sum, dimension) => sum + dimension.practices.length, 0);
  let index = 0;
  return questionnaire.dimensions.flatMap((dimension) =>
    dimension.practices.map((practice, within) => ({
      practice,
      dimension,
      index: index++,
      total,
      opensDimension: within === 0,
    })),
  );
}

export function stepAt(steps: readonly Step[], place: Place): Step | undefined {
  return place.screen === 'practice' ? steps.find((step) => step.practice.id === place.practiceId) : undefined;
}

export function practicePlace(step: Step | undefined): Place {
  return step === undefined ? { screen: 'review' } : { screen: 'practice', practiceId: step.practice.id };
}

/** Forward is always one screen on; after the last practice comes the review. */
export function nextPlace(steps: readonly Step[], place: Place): Place {
  if (place.screen === 'intro') return practicePlace(steps[0]);
  const step = stepAt(steps, place);
  return step === undefined ? { screen: 'review' } : practicePlace(steps[step.index + 1]);
}

export function previousPlace(steps: readonly Step[], place: Place): Place {
  if (place.screen === 'review') return practicePlace(steps[steps.length - 1]);
  const before = stepAt(steps, place)?.index ?? 0;
  return before === 0 ? { screen: 'intro' } : practicePlace(steps[before - 1]);
}

export function firstOpenStep(steps: readonly Step[], answers: Answers): Step | undefined {
  return steps.find((step) => practiceStatus(step.practice, answers) !== 'answered');
}

/** A place from an earlier visit, unless the questionnaire no longer knows it. */
export function placeOrIntro(steps: readonly Step[], place: Place | undefined): Place {
  if (place === undefined) return { screen: 'intro' };
  return place.screen === 'practice' && stepAt(steps, place) === undefined ? { screen: 'intro' } : place;
}
