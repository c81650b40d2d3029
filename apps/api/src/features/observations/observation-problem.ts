import { shownCell, shownColumn } from '../imports/index.js';
import type { ObservationPlan } from './observation-plan.js';
import type { SegmentsBeyond } from './segment-sets.js';

/** What stands against a row; `{name}` is filled from the problem's parameters. */
const TEXTS = {
  TIME_MISSING: {
    en: 'The row does not say when this was observed. Fill in the date.',
    'zh-CN': '该行没有写明观测时间，请补上日期。',
  },
  TIME_UNREADABLE: {
    en: 'This is not a date, or a day that does not exist. Write it as 2026-03-31.',
    'zh-CN': '不是有效的日期，或该日期不存在。请写成 2026-03-31 的形式。',
  },
  TIME_AMBIGUOUS: {
    en: 'This can be one of two days. Say in the mapping whether the day or the month comes first.',
    'zh-CN': '日、月顺序不明，请在列映射中说明日期的书写顺序。',
  },
  TIME_IN_FUTURE: {
    en: 'This lies in the future. Correct the date.',
    'zh-CN': '时间晚于当前日期，请改正日期。',
  },
  TIME_TOO_EARLY: {
    en: 'Observations begin in 1970. Correct the date.',
    'zh-CN': '仅支持 1970 年以后的数据，请改正日期。',
  },
  METRIC_MISSING: {
    en: 'The row does not say what was measured. Fill in the key or the name of a metric.',
    'zh-CN': '该行没有写明指标，请补上指标的编码或名称。',
  },
  METRIC_UNKNOWN: {
    en: 'There is no metric of this name that you may add to. Correct the name, or create the metric first.',
    'zh-CN': '没有该名称的指标，或您无权向其导入数据。请改正名称，或先新建指标。',
  },
  METRIC_OF_TEAM: {
    en: '“{metric}” belongs to the team “{team}”: its lead or the programme office can import this. Ask them, or leave the row out.',
    'zh-CN': '指标“{metric}”归团队“{team}”所有，须由该团队负责人或体验管理办公室导入。请联系对方，或删除该行。',
  },
  METRIC_OF_NOBODY: {
    en: '“{metric}” has no owner yet: the programme office can import this. Ask it, or leave the row out.',
    'zh-CN': '指标“{metric}”尚无负责团队，须由体验管理办公室导入。请联系对方，或删除该行。',
  },
  METRIC_ARCHIVED: {
    en: '“{metric}” was archived after this import was started. Restore the metric, or leave the column out, and import the file again.',
    'zh-CN': '指标“{metric}”在导入开始后被归档。请恢复该指标或忽略此列，然后重新导入。',
  },
  VALUE_UNREADABLE: {
    en: 'This is not a number. If it is a word that means one, or that means no value, say so in the mapping.',
    'zh-CN': '不是数字。如果是代表数值的文字，或表示没有数值，请在列映射中说明。',
  },
  VALUE_OUT_OF_SCALE: {
    en: 'Values of this metric are whole numbers from {minimum} to {maximum}. Correct the cell, or empty it.',
    'zh-CN': '该指标的取值应为 {minimum} 到 {maximum} 的整数。请改正或清空该单元格。',
  },
  VALUE_TOO_LARGE: {
    en: 'No value can be as large as this. Correct the cell, or empty it.',
    'zh-CN': '数值过大，无法接受。请改正或清空该单元格。',
  },
  PART_EXCEEDS_WHOLE: {
    en: 'A share is a part, from 0 to the whole that it is a part of: {whole}. Correct the one or the other.',
    'zh-CN': '占比的分子应在 0 到总数 {whole} 之间，请改正其一。',
  },
  NEGATIVE_COUNT: {
    en: 'Events are counted from 0 upwards. Correct the cell, or empty it.',
    'zh-CN': '事件数不能为负数。请改正或清空该单元格。',
  },
  WHOLE_UNREADABLE: {
    en: 'The whole, or the number of opportunities, is a number above 0. Fill it in.',
    'zh-CN': '总数（或机会数）应为大于 0 的数字，请补上。',
  },
  KEY_MISSING: {
    en: 'The row does not say which observation it is: its key is empty. Fill it in, or recognise rows another way.',
    'zh-CN': '该行的标识列为空，无法识别。请补上，或改用其他识别方式。',
  },
  KEY_TOO_LONG: { en: 'A key has 200 characters at most.', 'zh-CN': '标识不能超过 200 个字符。' },
  SEGMENT_TOO_LONG: {
    en: 'The name of a segment has 100 characters at most.',
    'zh-CN': '细分名称不能超过 100 个字符。',
  },
  SEGMENT_TOO_MANY_VALUES: {
    en: 'This column holds more than {most} different segments; it seems to name single people or cases. Leave it out, or group its values.',
    'zh-CN': '该列的不同取值超过 {most} 个，似乎是个体标识。请忽略此列或先将取值分组。',
  },
  SEGMENTS_TOO_MANY: {
    en: 'The segments of the file combine in more than {most} ways. Leave some of the columns out.',
    'zh-CN': '细分的组合超过 {most} 种，请减少细分列。',
  },
  SEGMENT_VALUES_FULL: {
    en: 'With this file, “{dimension}” would have {found} segments; {most} are kept, in all files together. Group its values, or leave the column out.',
    'zh-CN':
      '导入后，“{dimension}”的取值将达到 {found} 个；所有文件合计最多保留 {most} 个。请先将取值分组，或忽略此列。',
  },
  DIMENSIONS_FULL: {
    en: 'With this file there would be {found} dimensions of segments; {most} are kept, in all files together. Give “{dimension}” the name of one that is there, or leave the column out.',
    'zh-CN':
      '导入后，细分维度将达到 {found} 个；所有文件合计最多保留 {most} 个。请为“{dimension}”选用已有维度的名称，或忽略此列。',
  },
  TOO_MANY_MONTHS: {
    en: 'The file spreads over more than {most} months. Check how its dates are written.',
    'zh-CN': '数据跨越的月份超过 {most} 个，请检查日期格式。',
  },
  CONTRADICTS_EARLIER_ROW: {
    en: 'An earlier row gives the same observation another value. Keep one of the two.',
    'zh-CN': '前面的行中，同一观测已有不同的数值，请只保留其一。',
  },
} as const;

export type ObservationProblemCode = keyof typeof TEXTS;

export interface ObservationProblem {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly column: string | null;
  readonly code: ObservationProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly value: string | null;
}

export function problemText(code: string, params: ObservationProblem['params'], locale: string): string {
  const text = TEXTS[code as ObservationProblemCode]?.[locale.startsWith('zh') ? 'zh-CN' : 'en'] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export interface ProblemAt {
  readonly column?: string | null;
  readonly params?: ObservationProblem['params'];
  /** What stands in the cell; never given for keys, which say who somebody is. */
  readonly value?: string | null;
}

export function observationProblem(row: number, code: ObservationProblemCode, at: ProblemAt = {}): ObservationProblem {
  return {
    row,
    column: shownColumn(at.column),
    code,
    params: at.params ?? {},
    value: shownCell(at.value),
  };
}

/** What stands against a column as a whole, in the row of the headers. */
export const columnProblems = (
  beyond: readonly SegmentsBeyond[],
  { segments, headers }: Pick<ObservationPlan, 'segments' | 'headers'>,
  headerRow: number,
): ObservationProblem[] =>
  beyond.map(({ dimension, code, params }) => {
    const column = segments.find((one) => one.dimension === dimension)?.column;
    return observationProblem(headerRow, code, { column: column === undefined ? null : headers[column], params });
  });
