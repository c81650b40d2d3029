import { type FieldProblem, type MaturityModel, ValidationError } from '@touchstone/domain';
import type { AnswerMapping, ColumnTarget } from './answer-mapping.js';
import { groupMatcher, type ImportGroup } from './group-names.js';
import { itemMatcher } from './item-names.js';
import { plain } from './plain-text.js';

/** What a person says about a table in words, where the columns do not speak for themselves. */
export interface SaidColumns {
  /** `column=field` each. */
  readonly columns?: readonly string[];
  /** `what the file calls it=rater group` each. */
  readonly groupValues?: readonly string[];
  /** The rater group of rows that name none. */
  readonly group?: string;
}

type Column = AnswerMapping['columns'][number];

const PLAIN_FIELDS = ['respondent', 'group', 'item', 'value', 'comment', 'ignore'] as const;
const COMMENT_ON = /^comment\s*[:：]\s*(.+)$/iu;
const COLUMN_NUMBER = /^#(\d{1,4})$/;

const FIELDS_SAID =
  'respondent, group, ignore, a question or practice by name or id, or “comment: ” and a question or practice; ' +
  'in a file of one row per answer: respondent, group, item, value, comment, ignore';

/** Puts what a person says over a mapping that was suggested, or saved: what is said counts, and nothing stands twice. */
export function withSaid(
  base: AnswerMapping,
  said: SaidColumns,
  { headers, model, groups }: { headers: readonly string[]; model: MaturityModel; groups: readonly ImportGroup[] },
): AnswerMapping {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, code: string, message: string) => void problems.push({ path, code, message });
  const matchItem = itemMatcher(model);
  const matchGroup = groupMatcher(groups);
  const groupOf = (path: string, name: string): string | null => {
    const group = matchGroup(name);
    if (!group) {
      const names = groups.map((each) => `“${each.name}”`).join(', ');
      refuse(path, 'unknown_group', `The wave has no rater group “${name}”; it has ${names}.`);
    }
    return group?.id ?? null;
  };

  const columns = new Map<number, Column>();
  for (const pair of said.columns ?? []) {
    const [name, field] = halves(pair);
    if (!name || !field) {
      refuse('columns', 'not_a_pair', `“${pair}” is not of the form column=field.`);
      continue;
    }
    const column = columnNamed(name, headers);
    const meant = fieldNamed(field, (text) => matchItem(text)?.item.id ?? null);
    if (column < 0) {
      const known = headers.map((header) => `“${header}”`).join(', ');
      refuse('columns', 'no_such_column', `The table has no column “${name}”; it has ${known}.`);
    } else if (!meant) {
      refuse('columns', 'unknown_field', `“${field}” is nothing that a column can hold. It can hold ${FIELDS_SAID}.`);
    } else if (columns.has(column)) {
      refuse('columns', 'column_twice', `Column “${headers[column]}” was said to hold two things.`);
    } else columns.set(column, { column, ...meant });
  }
  const groupValues: Record<string, string | null> = { ...base.groupValues };
  for (const pair of said.groupValues ?? []) {
    const [value, name] = halves(pair);
    if (!value || !name) refuse('groupValues', 'not_a_pair', `“${pair}” is not of the form text=rater group.`);
    else {
      for (const known of Object.keys(groupValues)) if (plain(known) === plain(value)) delete groupValues[known];
      groupValues[value] = groupOf('groupValues', name);
    }
  }
  const raterGroupId = said.group === undefined ? base.raterGroupId : groupOf('raterGroupId', said.group);
  if (problems.length > 0) throw new ValidationError(problems);

  const shape = shapeOf([...columns.values()]) ?? base.shape;
  return { ...base, shape, columns: merged(base.columns, columns, shape), groupValues, raterGroupId };
}

/** Names of columns may hold a “=”; what stands behind the last one is the field. */
function halves(pair: string): readonly [string, string] {
  const place = pair.lastIndexOf('=');
  return place < 0 ? ['', ''] : [pair.slice(0, place).trim(), pair.slice(place + 1).trim()];
}

function columnNamed(name: string, headers: readonly string[]): number {
  const exact = headers.findIndex((header) => plain(header) === plain(name));
  const number = COLUMN_NUMBER.exec(name)?.[1];
  if (exact >= 0 || !number) return exact;
  return Number(number) >= 1 && Number(number) <= headers.length ? Number(number) - 1 : -1;
}

function fieldNamed(
  field: string,
  itemOf: (text: string) => string | null,
): { readonly target: ColumnTarget; readonly itemId: string | null } | null {
  const target = PLAIN_FIELDS.find((each) => each === plain(field));
  if (target) return { target, itemId: null };
  const about = COMMENT_ON.exec(field)?.[1];
  const itemId = itemOf(about ?? field);
  return itemId ? { target: about ? 'comment' : 'item', itemId } : null;
}

/** A column that holds one question's answers, or says which question a row answers, decides how the table is laid out. */
function shapeOf(said: readonly Column[]): AnswerMapping['shape'] | null {
  if (said.some(({ target, itemId }) => target === 'value' || (target === 'item' && !itemId))) return 'row_per_answer';
  return said.some(({ itemId }) => itemId) ? 'row_per_respondent' : null;
}

function merged(base: readonly Column[], said: ReadonlyMap<number, Column>, shape: AnswerMapping['shape']): Column[] {
  const key = ({ target, itemId }: Column): string => `${target} ${itemId ?? ''}`;
  const taken = new Set([...said.values()].map(key));
  const fits = (column: Column): boolean =>
    column.target === 'respondent' || column.target === 'group'
      ? true
      : Boolean(column.itemId) === (shape === 'row_per_respondent');
  const kept = base.filter((column) => !said.has(column.column) && fits(column) && !taken.has(key(column)));
  return [...kept, ...said.values()].filter(({ target }) => target !== 'ignore').sort((a, b) => a.column - b.column);
}
