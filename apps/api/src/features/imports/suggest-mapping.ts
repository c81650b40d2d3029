import { answerChecker, type MaturityModel } from '@touchstone/domain';
import type { AnswerMapping, ColumnTarget } from './answer-mapping.js';
import { AnswerReader, NOT_APPLICABLE_WORDS } from './answer-reader.js';
import { groupMatcher, type ImportGroup } from './group-names.js';
import { type ImportItem, itemMatcher } from './item-names.js';
import { keyOf, plain } from './plain-text.js';

/** A column as the first rows show it: its name, and different texts that stand in it. */
export interface SuggestibleColumn {
  readonly header: string;
  readonly values: readonly string[];
}

const HEADERS: Readonly<Record<'respondent' | 'group' | 'item' | 'value' | 'comment', readonly string[]>> = {
  respondent: [
    ...['respondent', 'respondent id', 'respondent key', 'response id', 'participant', 'participant id', 'employee'],
    ...[
      'employee id',
      'employee number',
      'staff id',
      'staff number',
      'user',
      'user id',
      'e-mail',
      'email',
      'id',
      'key',
    ],
    ...[
      '工号',
      '员工编号',
      '员工号',
      '人员编号',
      '答题人',
      '答题人标识',
      '答卷编号',
      '答题序号',
      '受访者',
      '邮箱',
      '编号',
    ],
  ],
  group: [
    ...['group', 'rater group', 'respondent group', 'rater', 'role', 'audience', 'segment'],
    ...['评价群体', '评价人群', '群体', '分组', '组别', '人群', '角色', '身份', '受访群体'],
  ],
  item: [
    ...['item', 'item id', 'question', 'question id', 'practice', 'practice id', 'statement'],
    ...['题目', '题目 id', '问题', '题号', '实践', '实践项', '评估项', '指标'],
  ],
  value: [
    ...['value', 'answer', 'level', 'score', 'rating', 'response', 'result'],
    ...['答案', '得分', '分值', '分数', '等级', '级别', '评分', '选项', '成熟度'],
  ],
  comment: [
    ...['comment', 'comments', 'remark', 'remarks', 'note', 'notes', 'reason', 'explanation', 'why'],
    ...['意见', '备注', '说明', '评论', '理由', '原因', '补充说明'],
  ],
};
const KNOWN_HEADERS = new Map(
  Object.entries(HEADERS).flatMap(([target, names]) =>
    names.map((name) => [keyOf(name), target as keyof typeof HEADERS] as const),
  ),
);
const COMMENT_WORD = new RegExp(
  `(${HEADERS.comment.map((word) => (/^\\w/.test(word) ? `\\b${word}\\b` : word)).join('|')})`,
  'giu',
);
/** What `nameHeaders` puts behind the second column of a name. */
const COPY = /\s*\(\d+\)$/;
/** Of the texts in a column, how many must make sense as something for the column to hold it. */
const MOSTLY = 0.8;

const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;

/** What the columns of a table most likely hold. Only what is clear is suggested; the rest is left to the person. */
export function suggestMapping(
  columns: readonly SuggestibleColumn[],
  model: MaturityModel,
  groups: readonly ImportGroup[],
): AnswerMapping {
  const matchItem = itemMatcher(model);
  const matchGroup = groupMatcher(groups);
  const known = columns.map(({ header }) => KNOWN_HEADERS.get(keyOf(header)) ?? null);
  const itemOfHeader = columns.map(({ header }, column) => (known[column] === null ? matchItem(header) : null));
  const namesItems = (column: SuggestibleColumn): boolean =>
    share(column.values, (value) => matchItem(value) !== null) >= MOSTLY;

  const namedItems = new Set(itemOfHeader.filter((item) => item !== null));
  const itemColumn = namedItems.size < 2 ? columns.findIndex(namesItems) : -1;
  const byAnswer = itemColumn >= 0;
  const targets: ({ target: ColumnTarget; itemId?: string } | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  const assign = (column: number, target: ColumnTarget, itemId?: string): void => {
    const key = itemId ? `${target} ${itemId}` : target;
    if (column < 0 || targets[column] || taken.has(key)) return;
    taken.add(key);
    targets[column] = itemId ? { target, itemId } : { target };
  };
  const firstKnown = (target: keyof typeof HEADERS): number =>
    known.findIndex((each, column) => each === target && !targets[column]);

  if (byAnswer) {
    assign(itemColumn, 'item');
    const named = firstKnown('value');
    assign(
      named >= 0
        ? named
        : columns.findIndex((column, at) => !targets[at] && known[at] === null && holdsAnswers(column, model)),
      'value',
    );
    assign(firstKnown('comment'), 'comment');
  } else {
    itemOfHeader.forEach(
      (item, column) => item && !isComment(columns[column]!.header) && assign(column, 'item', item.item.id),
    );
    columns.forEach(({ header }, column) => {
      const item = commentOf(header, matchItem, targets[column - 1]?.itemId ?? null);
      if (item) assign(column, 'comment', item);
    });
  }
  const namedGroup = firstKnown('group');
  const looksLikeGroup = (column: SuggestibleColumn, at: number): boolean =>
    !targets[at] && share(column.values, (value) => matchGroup(value) !== null) >= MOSTLY;
  assign(namedGroup >= 0 ? namedGroup : columns.findIndex(looksLikeGroup), 'group');
  assign(firstKnown('respondent'), 'respondent');

  const groupColumn = targets.findIndex((each) => each?.target === 'group');
  return {
    shape: byAnswer ? 'row_per_answer' : 'row_per_respondent',
    columns: targets.map((each, column) => ({
      column,
      target: each?.target ?? 'ignore',
      itemId: each?.itemId ?? null,
    })),
    groupValues: Object.fromEntries(
      (columns[groupColumn]?.values ?? []).map((value) => [value, matchGroup(value)?.id ?? null]),
    ),
    raterGroupId: groupColumn < 0 && groups.length === 1 ? groups[0]!.id : null,
    notApplicableWords: [...NOT_APPLICABLE_WORDS],
  };
}

const isComment = (header: string): boolean => header.search(COMMENT_WORD) >= 0;

/** "Comment: Blueprint" belongs to the blueprint, a bare "Comment" to the item in the column before it. */
function commentOf(
  header: string,
  matchItem: (text: string) => ImportItem | null,
  before: string | null,
): string | null {
  const name = header.replace(COPY, '');
  if (!isComment(name)) return null;
  const rest = name.replace(COMMENT_WORD, ' ').replace(/\b(on|for|about|to|of)\b/giu, ' ');
  return keyOf(rest) === '' ? before : (matchItem(rest)?.item.id ?? null);
}

/** Whether the texts can be answers to the model's questions, whichever. */
function holdsAnswers({ values }: SuggestibleColumn, model: MaturityModel): boolean {
  const checker = answerChecker(model);
  const words = new Set(NOT_APPLICABLE_WORDS.map(plain));
  const readers = model.dimensions
    .flatMap(({ practices }) => practices.flatMap(({ items }) => items))
    .filter(({ type }) => type !== 'text')
    .map((item) => new AnswerReader(checker, model, item, words));
  return share(values, (value) => readers.some((reader) => reader.read(value).kind === 'answer')) >= MOSTLY;
}
