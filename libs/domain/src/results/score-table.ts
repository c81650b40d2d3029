import type { MaturityModel, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { requireAnswers } from '../scoring/answer-value.js';
import { scorePractice } from '../scoring/practice-score.js';

export interface ResultSubmission {
  readonly groupId: string;
  readonly answers: ScoredAnswers;
}

/** What all respondents said of one practice; index = respondent. */
export interface PracticeColumn {
  readonly practiceId: string;
  /** NaN: no score. */
  readonly score: Float64Array;
  /** NaN: nothing applies. */
  readonly coverage: Float64Array;
  readonly notApplicable: Int32Array;
  /** 1: nothing of the practice applies to the respondent. */
  readonly inapplicable: Uint8Array;
}

/** Respondents × practices, by columns, because every figure is made of one column or of a few of them. */
export interface ScoreTable {
  readonly respondents: number;
  readonly columns: readonly PracticeColumn[];
  readonly column: (practiceId: string) => PracticeColumn;
  /** The respondents of each group, and of everybody under null. */
  readonly members: ReadonlyMap<string | null, readonly number[]>;
}

export function scoreTable(input: {
  readonly model: MaturityModel;
  readonly groupIds: readonly string[];
  readonly submissions: readonly ResultSubmission[];
}): ScoreTable {
  const { model, groupIds, submissions } = input;
  const count = submissions.length;
  const practices = model.dimensions.flatMap((dimension) => dimension.practices);
  const columns = practices.map(({ id }): PracticeColumn => ({
    practiceId: id,
    score: new Float64Array(count),
    coverage: new Float64Array(count),
    notApplicable: new Int32Array(count),
    inapplicable: new Uint8Array(count),
  }));
  const groups = new Map<string, number[]>(groupIds.map((id) => [id, []]));
  submissions.forEach(({ groupId, answers }, respondent) => {
    const members = groups.get(groupId);
    if (members === undefined) throw new RangeError(`submissions[${respondent}].groupId is not one of the groups`);
    members.push(respondent);
    requireAnswers(model, answers, `submissions[${respondent}].answers`);
    columns.forEach((column, index) => {
      const { score, coverage, applicable, notApplicable } = scorePractice(model, practices[index]!, answers);
      column.score[respondent] = score ?? NaN;
      column.coverage[respondent] = coverage ?? NaN;
      column.notApplicable[respondent] = notApplicable;
      column.inapplicable[respondent] = applicable === 0 && notApplicable > 0 ? 1 : 0;
    });
  });
  const everybody = submissions.map((_, respondent) => respondent);
  const byId = new Map(columns.map((column) => [column.practiceId, column]));
  return {
    respondents: count,
    columns,
    column: (practiceId) => byId.get(practiceId)!,
    members: new Map<string | null, readonly number[]>([...groups, [null, everybody]]),
  };
}

/** The scores that there are, of the given respondents. */
export function scoresOf(column: PracticeColumn, respondents: readonly number[]): number[] {
  const scores: number[] = [];
  for (const respondent of respondents) {
    const score = column.score[respondent]!;
    if (!Number.isNaN(score)) scores.push(score);
  }
  return scores;
}
