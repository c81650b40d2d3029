import type { MaturityModel, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { answerScore } from './answer-value.js';
import { exactMean, exactSum } from './exact-sum.js';
import { scoreGroup, type GroupScores } from './score-group.js';
import { scoreRespondent, type RespondentScores } from './score-respondent.js';
import { findItem, partsOf, type ModelNode, type ScoreTrace, type TraceStep } from './score-trace.js';

interface Group {
  readonly model: MaturityModel;
  readonly respondents: readonly ScoredAnswers[];
  readonly each: readonly RespondentScores[];
  readonly scores: GroupScores;
}

function explainItem(
  { model, respondents }: Group,
  node: ModelNode & { kind: 'item' },
  weight: number | null,
): ScoreTrace {
  const item = findItem(model, node.id);
  const given = respondents.map((answers) => answers.get(item.id) ?? null);
  const numbers = given.filter((answer) => typeof answer === 'number');
  const counts = [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((answer) => ({ answer, count: numbers.filter((other) => other === answer).length }));
  const step: TraceStep = {
    formula: 'answer-counts',
    counts,
    notApplicable: given.filter((answer) => answer === 'na').length,
    unanswered: given.filter((answer) => answer === null).length,
  };
  const result = exactMean(numbers.map((answer) => answerScore(model, item, answer)));
  return { node, weight, result, step, inputs: [] };
}

function meanStep({ each }: Group, node: Exclude<ModelNode, { kind: 'item' }>): TraceStep {
  const own = each.flatMap((scores) => {
    const { score } =
      node.kind === 'model'
        ? scores.overall
        : node.kind === 'dimension'
          ? scores.dimensions[node.id]!
          : scores.practices[node.id]!;
    return score === null ? [] : [score];
  });
  const isSum = node.kind === 'practice' && each[0]?.method === 'stream-sums';
  return {
    formula: 'mean-of-respondents',
    n: own.length,
    sum: exactSum(own),
    each: isSum ? 'stream-sum' : 'weighted-mean',
  };
}

function explainNode(group: Group, node: ModelNode, weight: number | null): ScoreTrace {
  if (node.kind === 'item') return explainItem(group, node, weight);
  const { model, scores } = group;
  const inputs = partsOf(model, node).map((part) => explainNode(group, part.node, part.weight));
  const isStaged = model.scoring.method === 'staged';
  if (node.kind === 'practice') {
    const { score, n, levelShares } = scores.practices[node.id]!;
    const step: TraceStep = isStaged
      ? { formula: 'share-of-respondents', n, threshold: model.scoring.satisfaction, levels: levelShares }
      : meanStep(group, node);
    return { node, weight, result: score, step, inputs };
  }
  const aggregate = node.kind === 'model' ? scores.overall : scores.dimensions[node.id]!;
  const step: TraceStep = isStaged ? { formula: 'levels-passed', detail: aggregate.staged } : meanStep(group, node);
  return { node, weight, result: aggregate.score, step, inputs };
}

export function explainGroup(model: MaturityModel, respondents: readonly ScoredAnswers[], node: ModelNode): ScoreTrace {
  const each = respondents.map((answers) => scoreRespondent({ model, answers }));
  return explainNode({ model, respondents, each, scores: scoreGroup({ model, respondents }) }, node, null);
}
