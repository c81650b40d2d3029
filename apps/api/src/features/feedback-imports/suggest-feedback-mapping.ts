import type { FeedbackSourceEnum } from '../feedback/index.js';
import { plainName, readNumber, TimeReader } from '../observations/index.js';
import type { FeedbackContext } from './feedback-context.js';
import type { FeedbackMapping, FeedbackTarget, MappedColumn } from './feedback-mapping.js';
import { sourceCalled } from './read-source.js';

export interface SeenColumn {
  readonly header: string;
  /** Different texts that stand in it. */
  readonly values: readonly string[];
}

const WORDS: Readonly<Record<Exclude<FeedbackTarget, 'ignore'>, readonly string[]>> = {
  text: [
    ...['text', 'comment', 'comments', 'feedback', 'verbatim', 'message', 'review', 'remark', 'remarks', 'description'],
    ...['what was said', 'complaint', 'body', 'content', 'answer', 'customer comment'],
    ...[
      '内容',
      '反馈',
      '反馈内容',
      '意见',
      '意见内容',
      '评论',
      '评论内容',
      '评价内容',
      '留言',
      '描述',
      '原话',
      '投诉内容',
      '备注',
    ],
  ],
  language: ['language', 'lang', 'locale', '语言', '语种'],
  time: [
    ...[
      'date',
      'day',
      'time',
      'created',
      'created at',
      'created on',
      'said on',
      'said at',
      'submitted',
      'submitted at',
    ],
    ...[
      'timestamp',
      'received',
      'received at',
      '日期',
      '时间',
      '反馈时间',
      '反馈日期',
      '提交时间',
      '创建时间',
      '评论时间',
    ],
  ],
  source: ['source', 'channel', 'origin', 'via', '来源', '渠道', '反馈渠道', '来源渠道'],
  rating: ['rating', 'score', 'stars', 'nps', 'csat', 'satisfaction', '评分', '得分', '星级', '满意度'],
  touchpoint: ['touchpoint', 'touch point', 'place', 'where', '触点', '接触点', '触点名称'],
  persona: ['persona', 'customer type', 'segment', '角色', '客户画像', '画像', '客户类型'],
  reference: [
    ...[
      'id',
      'reference',
      'ref',
      'key',
      'ticket',
      'ticket id',
      'ticket no',
      'case',
      'case id',
      'external id',
      'number',
    ],
    ...['response id', '编号', '工单号', '工单编号', '流水号', '单号', '答卷编号', '反馈编号'],
  ],
};
const keyOf = (text: string): string => plainName(text).replace(/[^\p{L}\p{N}]+/gu, '');
const KNOWN = Object.entries(WORDS).map(
  ([target, words]) => [target as FeedbackTarget, new Set(words.map(keyOf))] as const,
);
/** Shorter than this, on average, are names and codes and not what somebody said. */
const SAID_LENGTH = 12;

const averageLength = ({ values }: SeenColumn): number =>
  values.length === 0 ? 0 : values.reduce((sum, { length }) => sum + length, 0) / values.length;

/** What the columns of a table most likely hold, seen from their names and their first cells; a person confirms it. */
export function suggestFeedbackMapping(
  columns: readonly SeenColumn[],
  { timeZone, touchpointsByName, personasByName }: FeedbackContext,
): FeedbackMapping {
  const times = new TimeReader(timeZone, null);
  const taken = new Set<FeedbackTarget>();
  const take = (target: FeedbackTarget): FeedbackTarget => {
    taken.add(target);
    return target;
  };
  const mapped = columns.map(({ header, values }, column): MappedColumn => {
    const named = KNOWN.find(([, words]) => words.has(keyOf(header)))?.[0];
    if (named && !taken.has(named) && fits(named, values)) return { column, target: take(named) };
    return { column, target: 'ignore' };
  });
  const free = () =>
    columns.map((each, column) => ({ ...each, column })).filter((_, at) => mapped[at]!.target === 'ignore');
  const give = (target: FeedbackTarget, column: number | undefined) => {
    if (column !== undefined) mapped[column] = { column, target: take(target) };
  };
  // What its name does not say, its cells may.
  const all = (test: (value: string) => boolean) =>
    free().find(({ values }) => values.length > 0 && values.every(test));
  if (!taken.has('time'))
    give('time', all((value) => typeof times.read(value) === 'number' && readNumber(value) === null)?.column);
  if (!taken.has('touchpoint')) give('touchpoint', all((value) => touchpointsByName.has(plainName(value)))?.column);
  if (!taken.has('persona')) give('persona', all((value) => personasByName.has(plainName(value)))?.column);
  if (!taken.has('source')) give('source', all((value) => sourceCalled(value) !== undefined)?.column);
  if (!taken.has('text')) {
    const longest = free().sort((a, b) => averageLength(b) - averageLength(a))[0];
    if (longest && averageLength(longest) >= SAID_LENGTH) give('text', longest.column);
  }
  return { columns: mapped, source: 'other' as FeedbackSourceEnum.OTHER };
}

/** A column of numbers is no comment, and one of words no rating, whatever it is called. */
function fits(target: FeedbackTarget, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  if (target === 'text') return !values.every((value) => readNumber(value) !== null);
  if (target === 'rating') return values.some((value) => readNumber(value) !== null);
  return true;
}
