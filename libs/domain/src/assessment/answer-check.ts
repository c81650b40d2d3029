import type { MaturityModel, ModelItem, ScoredAnswers } from '../maturity-model/maturity-model.js';
import { assertNever } from '../errors/index.js';

export const MAXIMUM_TEXT_LENGTH = 4000;

/** One answer as it arrives: from the questionnaire, the interface or a spreadsheet. Nothing about it is trusted. */
export interface GivenAnswer {
  readonly itemId: string;
  /** The value in the item's units, `'na'`, or null where the respondent took the answer back. */
  readonly value: unknown;
  readonly comment?: unknown;
}

export type AnswerProblemCode =
  | 'UNKNOWN_ITEM'
  | 'ANSWERED_TWICE'
  | 'WRONG_TYPE'
  | 'OUT_OF_SCALE'
  | 'NOT_APPLICABLE_NOT_ALLOWED'
  | 'TEXT_TOO_LONG'
  | 'COMMENT_WRONG_TYPE'
  | 'COMMENT_TOO_LONG';

/** Carries what the scale allows, never what the respondent wrote: problems end up in logs, answers must not. */
export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  readonly itemId: string;
  /** The allowed values, where there is a list of them. */
  readonly allowed?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Checks one answer at a time against a model; build it once per model and reuse it for every row. */
export interface AnswerChecker {
  /** `ANSWERED_TWICE` is not among the results: it needs the other answers, see {@link checkAnswers}. */
  check(answer: GivenAnswer): AnswerProblem[];
  item(itemId: string): ModelItem | undefined;
  /** How many items the model has. */
  readonly size: number;
}

export function answerChecker(model: MaturityModel): AnswerChecker {
  const levels = model.levels.map((level) => level.value);
  const items = new Map<string, ModelItem>();
  for (const dimension of model.dimensions)
    for (const practice of dimension.practices) for (const item of practice.items) items.set(item.id, item);

  return {
    item: (itemId) => items.get(itemId),
    size: items.size,
    check(answer) {
      const item = items.get(answer.itemId);
      if (item === undefined) return [{ code: 'UNKNOWN_ITEM', itemId: answer.itemId }];
      return [...checkValue(item, answer.value, levels), ...checkComment(item, answer.comment)];
    },
  };
}

/** Checks one respondent's whole set of answers: each by itself, and that no item is answered twice. */
export function checkAnswers(checker: AnswerChecker, answers: readonly GivenAnswer[]): AnswerProblem[] {
  const seen = new Set<string>();
  return answers.flatMap((answer) => {
    const problems = checker.check(answer);
    if (seen.has(answer.itemId)) problems.push({ code: 'ANSWERED_TWICE', itemId: answer.itemId });
    seen.add(answer.itemId);
    return problems;
  });
}

/** The part of a checked set of answers that counts towards scores: no texts, nothing taken back. */
export function scoredAnswers(checker: AnswerChecker, answers: readonly GivenAnswer[]): ScoredAnswers {
  const scored = new Map<string, number | 'na'>();
  for (const { itemId, value } of answers) {
    if (checker.item(itemId)?.type === 'text') continue;
    if (typeof value === 'number' || value === 'na') scored.set(itemId, value);
  }
  return scored;
}

function checkValue(item: ModelItem, value: unknown, levels: readonly number[]): AnswerProblem[] {
  const itemId = item.id;
  if (value === null || value === undefined) return [];
  if (item.type === 'text') return checkText(item, value);
  if (value === 'na') return item.notApplicableAllowed ? [] : [{ code: 'NOT_APPLICABLE_NOT_ALLOWED', itemId }];
  if (typeof value !== 'number' || !Number.isFinite(value)) return [{ code: 'WRONG_TYPE', itemId }];
  switch (item.type) {
    case 'level':
      return checkListed(itemId, value, levels);
    case 'likert':
    case 'yes-no-partial':
    case 'choice':
      return checkListed(
        itemId,
        value,
        item.options.map((option) => option.value),
      );
    case 'percentage':
      return value >= 0 && value <= 100 ? [] : [{ code: 'OUT_OF_SCALE', itemId, minimum: 0, maximum: 100 }];
    default:
      return assertNever(item.type);
  }
}

function checkListed(itemId: string, value: number, allowed: readonly number[]): AnswerProblem[] {
  return allowed.includes(value) ? [] : [{ code: 'OUT_OF_SCALE', itemId, allowed }];
}

function checkText(item: ModelItem, value: unknown): AnswerProblem[] {
  if (typeof value !== 'string') return [{ code: 'WRONG_TYPE', itemId: item.id }];
  if (value.length <= MAXIMUM_TEXT_LENGTH) return [];
  return [{ code: 'TEXT_TOO_LONG', itemId: item.id, maximum: MAXIMUM_TEXT_LENGTH }];
}

function checkComment(item: ModelItem, comment: unknown): AnswerProblem[] {
  if (comment === null || comment === undefined) return [];
  if (typeof comment !== 'string') return [{ code: 'COMMENT_WRONG_TYPE', itemId: item.id }];
  if (comment.length <= MAXIMUM_TEXT_LENGTH) return [];
  return [{ code: 'COMMENT_TOO_LONG', itemId: item.id, maximum: MAXIMUM_TEXT_LENGTH }];
}
