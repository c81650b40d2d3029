/** Which waves can stand on either side: those with results, of the model of the wave already chosen, newest first. */
import type { ComparisonChoicesQuery } from './comparison.generated.js';

export type ChosenWave = ComparisonChoicesQuery['assessments']['edges'][number]['node'];

const WITH_RESULTS = new Set(['CLOSED', 'PUBLISHED', 'ARCHIVED']);

/** The list tells models apart by their name only; the API has the last word when two names are alike. */
const sameModel = (a: ChosenWave, b: ChosenWave): boolean =>
  Object.entries(a.modelName).every(([locale, name]) => (b.modelName[locale] ?? name) === name);

export function comparableWaves(waves: readonly ChosenWave[], chosenId: string | undefined): ChosenWave[] {
  const chosen = waves.find((wave) => wave.id === chosenId);
  return waves
    .filter((wave) => WITH_RESULTS.has(wave.state) && wave.id !== chosenId && (!chosen || sameModel(chosen, wave)))
    .sort((a, b) => b.periodEnd.localeCompare(a.periodEnd));
}

/** For the one wave chosen: the previous wave that its planner named, else the last one whose period ended before. */
export function suggestBefore(waves: readonly ChosenWave[], afterId: string | undefined): string | undefined {
  const after = waves.find((wave) => wave.id === afterId);
  const others = comparableWaves(waves, afterId);
  const named = others.find((wave) => wave.id === after?.previousAssessmentId);
  return named?.id ?? (after && others.find((wave) => wave.periodEnd < after.periodEnd)?.id);
}
