import { type InitiativeFacts, nextStages } from '@touchstone/domain';
import type { InitiativeStageEnum } from './initiative.enums.js';
import type { StageConditionType, StageStepType } from './initiative.type.js';

/** The facts as the database gathers them; the reason is what somebody is about to write. */
export interface GatheredFacts extends Omit<InitiativeFacts, 'reason' | 'dependencies' | 'decisions'> {
  readonly dependencies: readonly (InitiativeFacts['dependencies'][number] & { readonly number: number })[];
  readonly decisions: readonly (InitiativeFacts['decisions'][number] & { readonly id: string })[];
}

/** The stages that may follow. */
export const stepsOf = (facts: GatheredFacts): StageStepType[] =>
  nextStages({ ...facts, reason: '' }).map((step) => ({
    to: step.to as InitiativeStageEnum,
    allowed: step.allowed,
    unmet: step.allowed ? [] : step.unmet.map((each) => named(each, facts)),
  }));

/** With the number that people know an initiative by. */
export function named(condition: StageConditionType, { dependencies }: GatheredFacts): StageConditionType {
  const number = dependencies.find(({ id }) => id === condition.params['id'])?.number;
  return number === undefined ? condition : { ...condition, params: { ...condition.params, number } };
}
