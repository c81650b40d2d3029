import type { MaturityModel, ScoredAnswers, ScoringMethod } from '../maturity-model/maturity-model.js';
import { aggregateScores, type Aggregates, type PracticeScores } from './aggregate-score.js';
import { requireAnswers } from './answer-value.js';
import { scorePractice } from './practice-score.js';

export interface RespondentScores extends Aggregates {
  readonly method: ScoringMethod;
  /** True for stream sums: there, what does not apply and what is unanswered adds nothing, as if it were not done. */
  readonly notApplicableCountsAsZero: boolean;
  readonly practices: PracticeScores;
}

/** One respondent's answers as scores of every practice, every dimension and the whole model. */
export function scoreRespondent({
  model,
  answers,
}: {
  readonly model: MaturityModel;
  readonly answers: ScoredAnswers;
}): RespondentScores {
  requireAnswers(model, answers, 'answers');
  const practices = Object.fromEntries(
    model.dimensions.flatMap((dimension) =>
      dimension.practices.map((practice) => [practice.id, scorePractice(model, practice, answers)]),
    ),
  );
  const { method } = model.scoring;
  return {
    method,
    notApplicableCountsAsZero: method === 'stream-sums',
    practices,
    ...aggregateScores(model, practices),
  };
}
