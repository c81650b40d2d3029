/** From the scores of practices to dimensions and the whole model, by the model's method. */
import type { MaturityModel, ModelDimension, ModelPractice } from '../maturity-model/maturity-model.js';
import { scoreScale } from './answer-value.js';
import { maturityContinuous } from './maturity-continuous.js';
import { maturityStaged, type PracticeStatus } from './maturity-staged.js';
import { combineCounts, type AggregateScore, type NodeScore } from './node-score.js';

export type PracticeScores = Readonly<Record<string, NodeScore>>;

/** A practice of which nothing applies leaves its dimension; one of which nothing is answered lowers the coverage. */
function scoreOrNotApplicable({ score, applicable, notApplicable }: NodeScore): number | null | 'na' {
  return score === null && applicable === 0 && notApplicable > 0 ? 'na' : score;
}

function statusAt(practice: NodeScore, level: number): PracticeStatus {
  const score = scoreOrNotApplicable(practice);
  if (score === null || score === 'na') return score;
  return score >= level ? 'satisfied' : 'not-satisfied';
}

function continuousScores(
  model: MaturityModel,
  practices: PracticeScores,
): { dimensions: Record<string, number | null>; overall: number | null } {
  const result = maturityContinuous({
    ...scoreScale(model),
    dimensions: model.dimensions.map(({ id, weight, practices: own }) => ({
      id,
      weight,
      items: own.map((practice) => ({
        id: practice.id,
        weight: practice.weight,
        score: scoreOrNotApplicable(practices[practice.id]!),
      })),
    })),
  });
  const dimensions = Object.entries(result.dimensions).map(([id, { score }]) => [id, score]);
  return { dimensions: Object.fromEntries(dimensions), overall: result.overall };
}

/** `maturityStaged` counts from 1; a model may count from 0. */
function stagedScore(
  model: MaturityModel,
  practices: readonly ModelPractice[],
  scores: PracticeScores,
): Pick<AggregateScore, 'score' | 'staged'> {
  const shift = 1 - model.levels[0]!.value;
  const result = maturityStaged({
    levels: model.levels.slice(1).map(({ value }) => ({
      level: value + shift,
      practices: practices.map((practice) => ({ id: practice.id, status: statusAt(scores[practice.id]!, value) })),
    })),
  });
  const profile = Object.entries(result.profile).map(([level, share]) => [Number(level) - shift, share]);
  return {
    score: result.maturityLevel - shift,
    staged: {
      profile: Object.fromEntries(profile),
      blocking: result.blocking,
      vacuousLevels: result.vacuousLevels.map((level) => level - shift),
    },
  };
}

const NOT_ASSESSED = { score: null, staged: null };

export interface Aggregates {
  readonly dimensions: Readonly<Record<string, AggregateScore>>;
  readonly overall: AggregateScore;
}

export function aggregateScores(model: MaturityModel, practices: PracticeScores): Aggregates {
  const isStaged = model.scoring.method === 'staged';
  const means = isStaged ? null : continuousScores(model, practices);
  const staged = (own: readonly ModelPractice[]): Pick<AggregateScore, 'score' | 'staged'> =>
    own.some(({ id }) => practices[id]!.score !== null) ? stagedScore(model, own, practices) : NOT_ASSESSED;
  const countsOf = ({ practices: own }: ModelDimension): Omit<NodeScore, 'score'> =>
    combineCounts(own.map(({ id, weight }) => ({ weight, value: practices[id]! })));
  const dimensions = model.dimensions.map((dimension): [string, AggregateScore] => [
    dimension.id,
    {
      ...countsOf(dimension),
      ...(means ? { score: means.dimensions[dimension.id]!, staged: null } : staged(dimension.practices)),
    },
  ]);
  const byId = Object.fromEntries(dimensions);
  return {
    dimensions: byId,
    overall: {
      ...combineCounts(model.dimensions.map(({ id, weight }) => ({ weight, value: byId[id]! }))),
      ...(means
        ? { score: means.overall, staged: null }
        : staged(model.dimensions.flatMap((dimension) => dimension.practices))),
    },
  };
}
