/**
 * "How was this computed?": the score of a node as a tree, from the formula and its inputs down to the answers. The
 * numbers come from the same functions as the scores, so that the explanation cannot tell another story.
 */
import type { MaturityModel, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { explainGroup } from './explain-group.js';
import { explainRespondent } from './explain-respondent.js';
import type { ModelNode, ScoreTrace } from './score-trace.js';

export type ExplainInput = { readonly model: MaturityModel; readonly node: ModelNode } & (
  { readonly answers: ScoredAnswers } | { readonly respondents: readonly ScoredAnswers[] }
);

/**
 * For one respondent the trace ends in what was answered. For a group it ends in how many gave each answer – never in
 * who did – and the minimum group size is the caller's to enforce, as for the scores themselves.
 */
export function explainScore(input: ExplainInput): ScoreTrace {
  return 'answers' in input
    ? explainRespondent(input.model, input.answers, input.node)
    : explainGroup(input.model, input.respondents, input.node);
}
