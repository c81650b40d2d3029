import {
  type AnswerChecker,
  type AnswerProblem,
  checkAnswers,
  type GivenAnswer,
  ValidationError,
} from '@touchstone/domain';
import type { PreparedModel } from './model-cache.js';
import type { AnswerInput } from './response.type.js';

/** What a respondent told: checked against the model, without the questions that were left open. */
export function toldAnswers(answers: readonly AnswerInput[], { checker }: PreparedModel): GivenAnswer[] {
  const given = answers.map((answer) => toGiven(answer, checker));
  refuse(checkAnswers(checker, given), given);
  const told = given.filter((answer) => hasValue(answer) || answer.comment);
  if (told.length === 0)
    throw ValidationError.of('answers', 'empty', 'Answer at least one question before submitting.');
  return told;
}

export const hasValue = ({ value }: GivenAnswer): boolean => value !== null && value !== undefined;

/** A question that wants words has nothing to be "not applicable" to: it is simply left open. */
function toGiven({ itemId, value, notApplicable, text, comment }: AnswerInput, checker: AnswerChecker): GivenAnswer {
  if (notApplicable) return { itemId, value: checker.item(itemId)?.type === 'text' ? null : 'na', comment };
  return { itemId, value: text ?? value ?? null, comment };
}

const MESSAGES: Readonly<Record<AnswerProblem['code'], string>> = {
  UNKNOWN_ITEM: 'This question is not part of the questionnaire.',
  ANSWERED_TWICE: 'This question is answered twice.',
  WRONG_TYPE: 'This is not the kind of answer that the question takes.',
  OUT_OF_SCALE: 'This value is not on the scale.',
  NOT_APPLICABLE_NOT_ALLOWED: 'This question cannot be marked as not applicable.',
  TEXT_TOO_LONG: 'The text is too long.',
  COMMENT_WRONG_TYPE: 'A comment is a text.',
  COMMENT_TOO_LONG: 'The comment is too long.',
};

function refuse(problems: readonly AnswerProblem[], given: readonly GivenAnswer[]): void {
  if (problems.length === 0) return;
  throw new ValidationError(
    problems.map((problem) => ({
      path: `answers.${given.findIndex(({ itemId }) => itemId === problem.itemId)}`,
      code: problem.code,
      message: MESSAGES[problem.code],
      params: { itemId: problem.itemId, ...(problem.allowed ? { allowed: problem.allowed.join(', ') } : {}) },
    })),
  );
}
