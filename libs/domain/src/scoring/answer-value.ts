/** What one answer is worth on the model's scale. */
import type { MaturityModel, ModelItem, ModelPractice, ScoredAnswers } from '../maturity-model/maturity-model.js';

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** The scale that scores lie on: the model's levels, and from zero in stream sums, where nothing done adds nothing. */
export function scoreScale(model: MaturityModel): Scale {
  const max = model.levels.at(-1)!.value;
  return model.scoring.method === 'stream-sums' ? { min: 0, max } : { min: model.levels[0]!.value, max };
}

/** The range of an item's own answers. */
export function answerScale(model: MaturityModel, item: ModelItem): Scale {
  if (item.type === 'level') return { min: model.levels[0]!.value, max: model.levels.at(-1)!.value };
  if (item.type === 'percentage') return { min: 0, max: 100 };
  const values = item.options.map(({ value }) => value);
  return { min: Math.min(...values), max: Math.max(...values) };
}

/** The answer as a share (0–1) of its own range. */
export function answerShare(model: MaturityModel, item: ModelItem, answer: number): number {
  const { min, max } = answerScale(model, item);
  return (answer - min) / (max - min);
}

/**
 * Continuous and staged: a level counts as itself, everything else is stretched from its own range to the levels.
 * Stream sums: an answer counts with its own value, a percentage as a proportion.
 */
export function answerScore(model: MaturityModel, item: ModelItem, answer: number): number {
  if (model.scoring.method === 'stream-sums') return item.type === 'percentage' ? answer / 100 : answer;
  if (item.type === 'level') return answer;
  const { min, max } = scoreScale(model);
  return min + answerShare(model, item, answer) * (max - min);
}

export function scoredItems(practice: ModelPractice): readonly ModelItem[] {
  return practice.items.filter(({ type }) => type !== 'text');
}

function isOnScale(model: MaturityModel, item: ModelItem, answer: number): boolean {
  if (item.type === 'percentage') return answer >= 0 && answer <= 100;
  if (item.type === 'level') return model.levels.some(({ value }) => value === answer);
  return item.options.some(({ value }) => value === answer);
}

const itemsOfModels = new WeakMap<MaturityModel, ReadonlyMap<string, ModelItem>>();

/** Models never change once parsed: the index is made once for each. */
function itemsById(model: MaturityModel): ReadonlyMap<string, ModelItem> {
  let items = itemsOfModels.get(model);
  if (!items) {
    const practices = model.dimensions.flatMap((dimension) => dimension.practices);
    items = new Map(practices.flatMap((practice) => practice.items).map((item) => [item.id, item]));
    itemsOfModels.set(model, items);
  }
  return items;
}

/** Answers are checked where they come in; what is wrong here is a mistake of ours and must not become a score. */
export function requireAnswers(model: MaturityModel, answers: ScoredAnswers, name: string): void {
  const items = itemsById(model);
  for (const [id, answer] of answers) {
    const item = items.get(id);
    if (!item) throw new RangeError(`${name}: the model has no item “${id}”`);
    if (item.type === 'text') continue;
    if (answer === 'na') {
      if (!item.notApplicableAllowed) throw new RangeError(`${name}: “${id}” cannot be not applicable`);
    } else if (typeof answer !== 'number') {
      throw new TypeError(`${name}: the answer to “${id}” must be a number or 'na'`);
    } else if (!isOnScale(model, item, answer)) {
      throw new RangeError(`${name}: the answer to “${id}” is not on its scale`);
    }
  }
}
