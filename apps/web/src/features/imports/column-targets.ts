/** What a column of a spreadsheet can hold, as the API names it. */
import type { ImportShape } from './imports.generated.js';

export const TARGETS = {
  /** A row per respondent: the column of one item's answers. A row per answer: the column that says which item. */
  item: 'item',
  /** A row per answer: the answer itself. */
  value: 'value',
  comment: 'comment',
  group: 'group',
  respondent: 'respondent',
  ignore: 'ignore',
} as const;
export type Target = (typeof TARGETS)[keyof typeof TARGETS];

export const isTarget = (text: unknown): text is Target => Object.values<unknown>(TARGETS).includes(text);

/** Targets that name an item of the model beside them. */
export const needsItem = (shape: ImportShape, target: Target): boolean =>
  shape === 'ROW_PER_RESPONDENT' && (target === 'item' || target === 'comment');
