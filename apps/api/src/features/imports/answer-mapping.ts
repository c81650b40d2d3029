import { type MaturityModel, type FieldProblem, ValidationError } from '@touchstone/domain';
import { z } from 'zod';
import { formProblems } from '../../platform/errors/field-messages.js';
import { NOT_APPLICABLE_WORDS } from './answer-reader.js';
import type { ImportGroup } from './group-names.js';
import { importItems } from './item-names.js';

export const IMPORT_SHAPES = ['row_per_respondent', 'row_per_answer'] as const;
export type ImportShape = (typeof IMPORT_SHAPES)[number];

/**
 * What a column holds. `item`: the answers to one item – or, in a file of one row per answer, which item a row answers.
 * `value`: the answer, in a file of one row per answer.
 */
export const COLUMN_TARGETS = ['respondent', 'group', 'item', 'value', 'comment', 'ignore'] as const;
export type ColumnTarget = (typeof COLUMN_TARGETS)[number];

const MOST_WORDS = 50;
const text = (longest: number) => z.string().max(longest);

export const answerMapping = z.strictObject({
  shape: z.enum(IMPORT_SHAPES),
  columns: z
    .array(
      z.strictObject({
        column: z.int().min(0).max(1000),
        target: z.enum(COLUMN_TARGETS),
        itemId: text(200).nullish(),
      }),
    )
    .max(1000),
  /** What the file calls a group → the id of ours; null where nobody has decided. */
  groupValues: z.record(text(500), text(100).nullable()),
  /** The group of rows that name none. */
  raterGroupId: text(100).nullish(),
  notApplicableWords: z.array(text(100)).max(MOST_WORDS).nullish(),
  sheet: text(200).nullish(),
  headerRow: z.int().min(1).max(1_048_576).nullish(),
});
export type AnswerMapping = z.infer<typeof answerMapping>;

export const notApplicableWordsOf = (mapping: AnswerMapping): readonly string[] =>
  mapping.notApplicableWords ?? NOT_APPLICABLE_WORDS;

/** Takes a mapping as it came from outside; refuses one that is not in the form. */
export function mappingInForm(given: unknown): AnswerMapping {
  const parsed = answerMapping.safeParse(given);
  if (!parsed.success) throw new ValidationError(formProblems(parsed.error, 'mapping', 'wrong_form'));
  return parsed.data;
}

/** The same, and refuses one that contradicts itself, model or wave. */
export function checkMapping(given: unknown, model: MaturityModel, groups: readonly ImportGroup[]): AnswerMapping {
  const mapping = mappingInForm(given);
  const problems = contradictions(mapping, model, groups);
  if (problems.length > 0) throw new ValidationError(problems);
  return mapping;
}

function contradictions(mapping: AnswerMapping, model: MaturityModel, groups: readonly ImportGroup[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, code: string, message: string) =>
    problems.push({ path: `mapping.${path}`, code, message });
  const known = new Set(importItems(model).map(({ item }) => item.id));
  const groupIds = new Set(groups.map(({ id }) => id));
  const byRespondent = mapping.shape === 'row_per_respondent';
  const seenColumns = new Set<number>();
  const seenTargets = new Set<string>();

  mapping.columns.forEach(({ column, target, itemId }, index) => {
    const path = `columns.${index}`;
    if (seenColumns.has(column)) refuse(`${path}.column`, 'column_twice', 'A column can hold one thing only.');
    seenColumns.add(column);
    if (target === 'ignore') return;
    const namesItem = byRespondent && (target === 'item' || target === 'comment');
    if (target === 'value' && byRespondent)
      refuse(`${path}.target`, 'wrong_shape', 'Only a file of one row per answer has a column of values.');
    if (namesItem && !(itemId && known.has(itemId)))
      refuse(`${path}.itemId`, 'unknown_item', 'Say which question of the model this column belongs to.');
    const key = namesItem ? `${target} ${itemId}` : target;
    if (seenTargets.has(key))
      refuse(`${path}.target`, 'target_twice', 'Two columns hold the same thing; leave one out.');
    seenTargets.add(key);
  });

  const has = (target: ColumnTarget): boolean => mapping.columns.some((column) => column.target === target);
  if (!has('item')) refuse('columns', 'no_item', 'No column holds an answer, or says which question is answered.');
  if (!byRespondent && !has('value')) refuse('columns', 'no_value', 'No column holds the answers.');
  if (!byRespondent && !has('respondent'))
    refuse('columns', 'no_respondent', 'No column says which rows are one respondent’s.');
  if (!has('group') && !mapping.raterGroupId)
    refuse('raterGroupId', 'no_group', 'Choose the column of the rater group, or one group for everybody.');
  if (mapping.raterGroupId && !groupIds.has(mapping.raterGroupId))
    refuse('raterGroupId', 'unknown_group', 'The wave has no such rater group.');
  for (const [value, id] of Object.entries(mapping.groupValues))
    if (id !== null && !groupIds.has(id))
      refuse(
        'groupValues',
        'unknown_group',
        `The rater group assigned to “${value.slice(0, 60)}” is not of this wave.`,
      );
  return problems;
}
