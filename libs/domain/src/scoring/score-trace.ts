import type { MaturityModel, ModelItem, ModelPractice } from '../maturity-model/maturity-model.js';
import { scoredItems, type Scale } from './answer-value.js';
import type { StagedDetail } from './node-score.js';
import type { LevelPart, Placement } from './practice-score.js';
import type { LevelShare } from './score-group.js';

export type ModelNode =
  | { readonly kind: 'model' }
  | { readonly kind: 'dimension'; readonly id: string }
  | { readonly kind: 'practice'; readonly id: string }
  | { readonly kind: 'item'; readonly id: string };

/** How a result came about; each formula brings its own details, and an interface words each of them. */
export type TraceStep =
  /** The answer as it was given, worth itself. */
  | { readonly formula: 'answer'; readonly answer: number | 'na' | null }
  /** to.min + (answer − from.min) / (from.max − from.min) · (to.max − to.min) */
  | {
      readonly formula: 'rescaled-answer';
      readonly answer: number | 'na' | null;
      readonly from: Scale;
      readonly to: Scale;
    }
  /** Σ weight · result / Σ weight over the inputs that have a result. */
  | { readonly formula: 'weighted-mean'; readonly totalWeight: number }
  /** The level reached by the mean, no higher than the questions of single levels allow. */
  | { readonly formula: 'level-placement'; readonly placement: Placement }
  /** Σ over levels of the mean over streams; what is unanswered or not applicable counts as zero. */
  | { readonly formula: 'stream-sum'; readonly levels: readonly LevelPart[] }
  /** The highest level such that it and everything below it is satisfied by every practice that applies. */
  | { readonly formula: 'levels-passed'; readonly detail: StagedDetail | null }
  /** Each respondent's own score by `each`, then their plain mean. */
  | {
      readonly formula: 'mean-of-respondents';
      readonly n: number;
      readonly sum: number;
      readonly each: RespondentFormula;
    }
  /** The highest level at which the share of respondents reaches the model's satisfaction threshold. */
  | {
      readonly formula: 'share-of-respondents';
      readonly n: number;
      readonly threshold: number;
      readonly levels: readonly LevelShare[];
    }
  /** How many gave each answer. */
  | {
      readonly formula: 'answer-counts';
      readonly counts: readonly { readonly answer: number; readonly count: number }[];
      readonly notApplicable: number;
      readonly unanswered: number;
    };

export type TraceFormula = TraceStep['formula'];

export type RespondentFormula = 'weighted-mean' | 'stream-sum';

export interface ScoreTrace {
  readonly node: ModelNode;
  /** How much this counts beside the other inputs of its parent; null at the root. */
  readonly weight: number | null;
  readonly result: number | null;
  readonly step: TraceStep;
  readonly inputs: readonly ScoreTrace[];
}

export function findPractice(model: MaturityModel, id: string): ModelPractice {
  const practices = model.dimensions.flatMap((dimension) => dimension.practices);
  const practice = practices.find((candidate) => candidate.id === id);
  if (!practice) throw new RangeError(`node: the model has no practice “${id}”`);
  return practice;
}

export function findItem(model: MaturityModel, id: string): ModelItem {
  const practices = model.dimensions.flatMap((dimension) => dimension.practices);
  const item = practices.flatMap(scoredItems).find((candidate) => candidate.id === id);
  if (!item) throw new RangeError(`node: the model has no scored item “${id}”`);
  return item;
}

/** A node's parts with their weights, from the model down to the scored items. */
export function partsOf(model: MaturityModel, node: ModelNode): { node: ModelNode; weight: number }[] {
  switch (node.kind) {
    case 'model':
      return model.dimensions.map(({ id, weight }) => ({ node: { kind: 'dimension', id }, weight }));
    case 'dimension': {
      const dimension = model.dimensions.find(({ id }) => id === node.id);
      if (!dimension) throw new RangeError(`node: the model has no dimension “${node.id}”`);
      return dimension.practices.map(({ id, weight }) => ({ node: { kind: 'practice', id }, weight }));
    }
    case 'practice':
      return scoredItems(findPractice(model, node.id)).map(({ id, weight }) => ({
        node: { kind: 'item', id },
        weight,
      }));
    case 'item':
      return [];
  }
}
