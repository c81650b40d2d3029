import type { AnswerProblemCode } from '@touchstone/domain';

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

/** What stands against a row, in English; interfaces translate by code. `{allowed}` and `{row}` are filled in. */
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

const LONGEST_VALUE = 60;
const LONGEST_COLUMN = 200;
const LOOKS_PERSONAL = /\S@\S/;

export function importProblem(row: number, code: ImportProblemCode, detail: ProblemDetail = {}): ImportProblem {
  const message = MESSAGES[code]
    .replace('{allowed}', detail.allowed ?? '')
    .replace('{row}', String(detail.earlierRow ?? ''));
  return { row, column: detail.column?.slice(0, LONGEST_COLUMN) ?? null, code, message, value: keepable(detail.value) };
}

/** A wrong cell is shown so that it can be found; an address in a wrong column is nobody's business. */
function keepable(value: string | null | undefined): string | null {
  if (!value || LOOKS_PERSONAL.test(value.normalize('NFKC'))) return null;
  const shown = [...value.replace(/[\p{Cc}\s]+/gu, ' ').trim()];
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE - 1).join('')}…` : shown.join('');
}
