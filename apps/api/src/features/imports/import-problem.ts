import type { AnswerProblemCode } from '@touchstone/domain';
import { shownCell, shownColumn } from './shown-cell.js';

export type ImportProblemCode =
  | AnswerProblemCode
  | 'DECIMAL_LEVEL'
  | 'LABEL_CONTRADICTS'
  | 'ITEM_MISSING'
  | 'RESPONDENT_MISSING'
  | 'RESPONDENT_TWICE'
  | 'RESPONDENT_TOO_LONG'
  | 'GROUP_MISSING'
  | 'UNKNOWN_GROUP'
  | 'GROUP_CONTRADICTS'
  | 'ROW_WITHOUT_ANSWER';

/** What stands against a row, in English. `{allowed}` and `{row}` are filled in. */
const MESSAGES: Readonly<Record<ImportProblemCode, string>> = {
  UNKNOWN_ITEM: 'The model has no question of this name or id.',
  ANSWERED_TWICE: 'This respondent has answered the question in an earlier row already.',
  WRONG_TYPE: 'This is not an answer to this kind of question. Allowed: {allowed}.',
  OUT_OF_SCALE: 'This value is not on the scale. Allowed: {allowed}.',
  NOT_APPLICABLE_NOT_ALLOWED: 'This question cannot be marked as not applicable.',
  TEXT_TOO_LONG: 'The text is longer than {allowed} characters.',
  COMMENT_WRONG_TYPE: 'A comment is a text.',
  COMMENT_TOO_LONG: 'The comment is longer than {allowed} characters.',
  DECIMAL_LEVEL: 'A level is a whole number; this lies between two. Allowed: {allowed}.',
  LABEL_CONTRADICTS: 'The number and the name beside it mean different answers.',
  ITEM_MISSING: 'The row does not say which question it answers.',
  RESPONDENT_MISSING: 'The row does not say whose answers these are.',
  RESPONDENT_TWICE: 'This respondent has a row already: row {row}.',
  RESPONDENT_TOO_LONG: 'The key of a respondent has {allowed} characters at most.',
  GROUP_MISSING: 'The row does not say to which rater group the respondent belongs.',
  UNKNOWN_GROUP: 'This wave has no rater group of this name, and none was assigned to it.',
  GROUP_CONTRADICTS: 'An earlier row puts the same respondent into another rater group.',
  ROW_WITHOUT_ANSWER: 'The row holds no answer and no comment.',
};

/** The same for readers of Chinese: only the English sentence is kept, its details are taken from it. */
const CHINESE: Readonly<Record<ImportProblemCode, string>> = {
  UNKNOWN_ITEM: '模型中没有该名称或编号的题目。',
  ANSWERED_TWICE: '该答题人在前面的行中已回答过此题。',
  WRONG_TYPE: '内容不是这类题目的有效答案。',
  OUT_OF_SCALE: '数值不在量表范围内。',
  NOT_APPLICABLE_NOT_ALLOWED: '此题不能选“不适用”。',
  TEXT_TOO_LONG: '文字过长。',
  COMMENT_WRONG_TYPE: '意见应为文字。',
  COMMENT_TOO_LONG: '意见过长。',
  DECIMAL_LEVEL: '等级应为整数，该值介于两级之间。',
  LABEL_CONTRADICTS: '数字与旁边的名称含义不一致。',
  ITEM_MISSING: '该行没有写明回答的是哪道题。',
  RESPONDENT_MISSING: '该行没有写明答题人。',
  RESPONDENT_TWICE: '该答题人前面已有一行。',
  RESPONDENT_TOO_LONG: '答题人标识过长。',
  GROUP_MISSING: '该行没有写明评价群体。',
  UNKNOWN_GROUP: '本轮评估没有该名称的评价群体，也没有为其指定对应的群体。',
  GROUP_CONTRADICTS: '同一答题人在前面的行中属于另一个评价群体。',
  ROW_WITHOUT_ANSWER: '该行没有任何答案或意见。',
};

export function problemText(problem: { readonly code: string; readonly message: string }, locale: string): string {
  if (!locale.startsWith('zh')) return problem.message;
  const sentence = CHINESE[problem.code as ImportProblemCode];
  if (!sentence) return problem.message;
  const allowed = /Allowed: (.+)\.$/.exec(problem.message)?.[1];
  return allowed ? `${sentence}可填：${allowed.replaceAll(', ', '、')}。` : sentence;
}

export interface ImportProblem {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly column: string | null;
  readonly code: ImportProblemCode;
  readonly message: string;
  readonly value: string | null;
}

export interface ProblemDetail {
  readonly column?: string | null;
  /** What stands in the cell; never given for columns that say who somebody is, nor for free text. */
  readonly value?: string | null;
  readonly allowed?: string;
  readonly earlierRow?: number;
}

export function importProblem(row: number, code: ImportProblemCode, detail: ProblemDetail = {}): ImportProblem {
  const message = MESSAGES[code]
    .replace('{allowed}', detail.allowed ?? '')
    .replace('{row}', String(detail.earlierRow ?? ''));
  return { row, column: shownColumn(detail.column), code, message, value: shownCell(detail.value) };
}
