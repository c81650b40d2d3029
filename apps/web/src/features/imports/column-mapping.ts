/** Which column holds what, as the reader edits it; from the API's suggestion, and back to its input. */
import { isTarget, needsItem, type Target } from './column-targets.js';
import type { ImportShape, PreviewAnswerImportMutationVariables } from './imports.generated.js';

export type MappingInput = PreviewAnswerImportMutationVariables['mapping'];

export interface ColumnUse {
  readonly target: Target;
  readonly itemId: string | null;
}

export interface Mapping {
  readonly shape: ImportShape;
  /** By column index; a column that is missing is left out. */
  readonly columns: Readonly<Record<number, ColumnUse>>;
  /** What the file calls a group → the id of ours, or nothing yet. */
  readonly groupValues: Readonly<Record<string, string>>;
  /** Everybody's group, when no column says it. */
  readonly raterGroupId: string;
  readonly notApplicableWords: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A suggestion comes as free JSON: whatever in it is not understood is left for the reader to choose. */
export function readSuggestion(suggestion: unknown): Mapping {
  const given = isRecord(suggestion) ? suggestion : {};
  const columns: Record<number, ColumnUse> = {};
  for (const each of Array.isArray(given.columns) ? given.columns : []) {
    if (!isRecord(each) || typeof each.column !== 'number') continue;
    const target = text(each.target).toLowerCase();
    if (isTarget(target) && target !== 'ignore') columns[each.column] = { target, itemId: text(each.itemId) || null };
  }
  const values = isRecord(given.groupValues) ? given.groupValues : {};
  const words = Array.isArray(given.notApplicableWords)
    ? given.notApplicableWords.filter((word) => typeof word === 'string')
    : [];
  return {
    shape: text(given.shape).toUpperCase() === 'ROW_PER_ANSWER' ? 'ROW_PER_ANSWER' : 'ROW_PER_RESPONDENT',
    columns,
    groupValues: Object.fromEntries(Object.entries(values).map(([value, id]) => [value, text(id)])),
    raterGroupId: text(given.raterGroupId),
    notApplicableWords: words,
  };
}

export function toMappingInput(mapping: Mapping, sheet: string | null, headerRow: number): MappingInput {
  const hasGroupColumn = columnOf(mapping, 'group') !== null;
  return {
    shape: mapping.shape,
    columns: Object.entries(mapping.columns).map(([column, { target, itemId }]) => ({
      column: Number(column),
      target,
      itemId: needsItem(mapping.shape, target) ? itemId : null,
    })),
    groupValues: hasGroupColumn
      ? Object.fromEntries(Object.entries(mapping.groupValues).filter(([, id]) => id !== ''))
      : {},
    raterGroupId: mapping.raterGroupId || null,
    notApplicableWords: [...mapping.notApplicableWords],
    sheet,
    headerRow,
  };
}

export function columnOf(mapping: Pick<Mapping, 'columns'>, target: Target): number | null {
  const found = Object.entries(mapping.columns).find(([, use]) => use.target === target);
  return found ? Number(found[0]) : null;
}

/** What the file calls groups: everything suggested, and whatever the samples of the group's column show besides. */
export function groupNames(
  mapping: Mapping,
  columns: readonly { readonly index: number; readonly samples: readonly string[] }[],
): string[] {
  const index = columnOf(mapping, 'group');
  const samples = columns.find((column) => column.index === index)?.samples ?? [];
  return [...new Set([...Object.keys(mapping.groupValues), ...samples])].filter((name) => name !== '');
}

export type MappingProblem =
  | 'noItem'
  | 'itemTwice'
  | 'itemMissing'
  | 'noItemColumn'
  | 'noValueColumn'
  | 'noRespondentColumn'
  | 'targetTwice'
  | 'noGroup';

/** What stands against a preview; the rest is for the server, which sees every row. */
export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const uses = Object.values(mapping.columns);
  const problems = new Set<MappingProblem>();
  const count = (target: Target) => uses.filter((use) => use.target === target).length;
  if (count('group') > 1 || count('respondent') > 1) problems.add('targetTwice');
  if (mapping.shape === 'ROW_PER_RESPONDENT') {
    if (count('item') === 0) problems.add('noItem');
    for (const target of ['item', 'comment'] as const) {
      const ids = uses.filter((use) => use.target === target).map((use) => use.itemId);
      if (ids.includes(null)) problems.add('itemMissing');
      if (new Set(ids).size < ids.length) problems.add('itemTwice');
    }
  } else {
    if (count('item') === 0) problems.add('noItemColumn');
    if (count('value') === 0) problems.add('noValueColumn');
    // Without it nothing says which rows are one person's.
    if (count('respondent') === 0) problems.add('noRespondentColumn');
    if (count('item') > 1 || count('value') > 1 || count('comment') > 1) problems.add('targetTwice');
  }
  if (count('group') === 0 && mapping.raterGroupId === '') problems.add('noGroup');
  return [...problems];
}
