import { type AnswerChecker, type MaturityModel, ValidationError } from '@touchstone/domain';
import { type AnswerMapping, type ColumnTarget, notApplicableWordsOf } from './answer-mapping.js';
import { AnswerReader } from './answer-reader.js';
import { groupMatcher, type ImportGroup } from './group-names.js';
import { type ImportItem, importItems, itemMatcher } from './item-names.js';
import { plain } from './plain-text.js';

/** A column whose cells belong to one item; items and groups are known by their place in the plan's lists. */
export interface ItemColumn {
  readonly column: number;
  readonly item: number;
}

/** A mapping made ready to be applied to rows: every look-up that can be done once has been. */
export interface ImportPlan {
  readonly shape: AnswerMapping['shape'];
  readonly headers: readonly string[];
  readonly items: readonly ImportItem[];
  readonly groups: readonly ImportGroup[];
  readonly respondentColumn: number | null;
  readonly groupColumn: number | null;
  /** The group of rows that name none. */
  readonly fallbackGroup: number | null;
  /** One row per respondent. */
  readonly answerColumns: readonly ItemColumn[];
  readonly commentColumns: readonly ItemColumn[];
  /** One row per answer. */
  readonly itemColumn: number | null;
  readonly valueColumn: number | null;
  readonly commentColumn: number | null;
  readonly readers: readonly AnswerReader[];
  groupOf(cell: string): number | null;
  itemOf(cell: string): number | null;
}

export interface PlanParts {
  readonly model: MaturityModel;
  readonly checker: AnswerChecker;
  readonly groups: readonly ImportGroup[];
  readonly mapping: AnswerMapping;
  readonly headers: readonly string[];
}

const REMEMBERED = 5000;

export function importPlan({ model, checker, groups, mapping, headers }: PlanParts): ImportPlan {
  demandColumns(mapping, headers);
  const items = importItems(model);
  const itemIndex = new Map(items.map(({ item }, index) => [item.id, index]));
  const groupIndex = new Map(groups.map(({ id }, index) => [id, index]));
  const words = new Set(notApplicableWordsOf(mapping).map(plain));
  const columnOf = (target: ColumnTarget): number | null =>
    mapping.columns.find((column) => column.target === target)?.column ?? null;
  const ofItems = (target: ColumnTarget): ItemColumn[] =>
    mapping.columns.flatMap(({ column, target: held, itemId }) =>
      held === target && itemId ? [{ column, item: itemIndex.get(itemId)! }] : [],
    );
  const byRespondent = mapping.shape === 'row_per_respondent';

  const assigned = new Map(Object.entries(mapping.groupValues).map(([value, id]) => [plain(value), id]));
  const matchGroup = groupMatcher(groups);
  const matchItem = itemMatcher(model);
  return {
    shape: mapping.shape,
    headers,
    items,
    groups,
    respondentColumn: columnOf('respondent'),
    groupColumn: columnOf('group'),
    fallbackGroup: mapping.raterGroupId ? groupIndex.get(mapping.raterGroupId)! : null,
    answerColumns: byRespondent ? ofItems('item') : [],
    commentColumns: byRespondent ? ofItems('comment') : [],
    itemColumn: byRespondent ? null : columnOf('item'),
    valueColumn: byRespondent ? null : columnOf('value'),
    commentColumn: byRespondent ? null : columnOf('comment'),
    readers: items.map(({ item }) => new AnswerReader(checker, model, item, words)),
    groupOf: remembering((cell) => {
      const id = assigned.get(plain(cell)) ?? matchGroup(cell)?.id;
      return id ? groupIndex.get(id)! : null;
    }),
    itemOf: remembering((cell) => {
      const id = matchItem(cell)?.item.id;
      return id ? itemIndex.get(id)! : null;
    }),
  };
}

/** The mapping may have been made for another file. */
function demandColumns(mapping: AnswerMapping, headers: readonly string[]): void {
  const beyond = mapping.columns.findIndex(({ column, target }) => target !== 'ignore' && column >= headers.length);
  if (beyond >= 0)
    throw ValidationError.of(`mapping.columns.${beyond}.column`, 'no_such_column', 'The table has no such column.');
}

function remembering(find: (cell: string) => number | null): (cell: string) => number | null {
  const known = new Map<string, number | null>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const found = find(cell);
    if (known.size < REMEMBERED) known.set(cell, found);
    return found;
  };
}
