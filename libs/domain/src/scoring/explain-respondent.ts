import type { MaturityModel, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { answerScale, answerScore, scoreScale } from './answer-value.js';
import { exactSum } from './exact-sum.js';
import { answeredItems, placement, streamSumParts } from './practice-score.js';
import { scoreRespondent, type RespondentScores } from './score-respondent.js';
import { findItem, findPractice, partsOf, type ModelNode, type ScoreTrace, type TraceStep } from './score-trace.js';

function explainItem(
  model: MaturityModel,
  answers: ScoredAnswers,
  node: ModelNode & { kind: 'item' },
  weight: number | null,
): ScoreTrace {
  const item = findItem(model, node.id);
  const answer = answers.get(item.id) ?? null;
  const result = typeof answer === 'number' ? answerScore(model, item, answer) : null;
  const isStreamSums = model.scoring.method === 'stream-sums';
  // Stream sums take a percentage as a proportion and everything else as it is.
  const isRescaled = isStreamSums ? item.type === 'percentage' : item.type !== 'level';
  const to = isStreamSums ? { min: 0, max: 1 } : scoreScale(model);
  const step: TraceStep = isRescaled
    ? { formula: 'rescaled-answer', answer, from: answerScale(model, item), to }
    : { formula: 'answer', answer };
  return { node, weight, result, step, inputs: [] };
}

function weightedMeanStep(inputs: readonly ScoreTrace[]): TraceStep {
  const counted = inputs.filter(({ result }) => result !== null);
  return { formula: 'weighted-mean', totalWeight: exactSum(counted.map(({ weight }) => weight ?? 0)) };
}

function practiceStep(
  model: MaturityModel,
  answers: ScoredAnswers,
  id: string,
  inputs: readonly ScoreTrace[],
): TraceStep {
  const practice = findPractice(model, id);
  const items = answeredItems(practice, answers);
  switch (model.scoring.method) {
    case 'continuous':
      return weightedMeanStep(inputs);
    case 'staged':
      return { formula: 'level-placement', placement: placement(model, items) };
    case 'stream-sums':
      return { formula: 'stream-sum', levels: streamSumParts(model, practice, items) };
  }
}

function explainNode(
  model: MaturityModel,
  answers: ScoredAnswers,
  scores: RespondentScores,
  node: ModelNode,
  weight: number | null,
): ScoreTrace {
  if (node.kind === 'item') return explainItem(model, answers, node, weight);
  const inputs = partsOf(model, node).map((part) => explainNode(model, answers, scores, part.node, part.weight));
  if (node.kind === 'practice') {
    const result = scores.practices[node.id]!.score;
    return { node, weight, result, step: practiceStep(model, answers, node.id, inputs), inputs };
  }
  const aggregate = node.kind === 'model' ? scores.overall : scores.dimensions[node.id]!;
  const step: TraceStep =
    model.scoring.method === 'staged'
      ? { formula: 'levels-passed', detail: aggregate.staged }
      : weightedMeanStep(inputs);
  return { node, weight, result: aggregate.score, step, inputs };
}

export function explainRespondent(model: MaturityModel, answers: ScoredAnswers, node: ModelNode): ScoreTrace {
  return explainNode(model, answers, scoreRespondent({ model, answers }), node, null);
}
