import { shownCell, shownColumn } from '../imports/index.js';

/** What stands against a row; `{name}` is filled from the problem's parameters. */
const TEXTS = {
  TEXT_TOO_LONG: {
    en: 'A text has {most} characters at most. Shorten it, or split it over several rows.',
    'zh-CN': '每条反馈最多 {most} 个字符，请删减或拆成多行。',
  },
  LANGUAGE_UNKNOWN: {
    en: 'This is not the name or code of a language. Write it as en or zh, or leave the column out: the script is looked at.',
    'zh-CN': '不是语言名称或代码。请写成 zh、en 等代码，或忽略此列，由系统按文字判断。',
  },
  TIME_MISSING: {
    en: 'The row does not say when it was said. Fill in the date.',
    'zh-CN': '该行没有日期，请补上。',
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
    en: 'Feedback begins in 1970. Correct the date.',
    'zh-CN': '仅支持 1970 年以后的反馈，请改正日期。',
  },
  SOURCE_UNKNOWN: {
    en: 'No source goes by this name. Say in the mapping which one is meant.',
    'zh-CN': '没有该名称的来源，请在列映射中指定对应的来源。',
  },
  SOURCE_MISSING: {
    en: 'The row does not say where it was said. Fill it in, or choose a source for such rows.',
    'zh-CN': '该行没有来源。请补上，或为这类行指定来源。',
  },
  RATING_UNREADABLE: {
    en: 'This is not a number. Correct the cell, or empty it.',
    'zh-CN': '不是数字。请改正或清空该单元格。',
  },
  RATING_OUT_OF_SCALE: {
    en: 'Ratings of this metric go from {minimum} to {maximum}. Correct the cell, or empty it.',
    'zh-CN': '该指标的评分应在 {minimum} 到 {maximum} 之间。请改正或清空该单元格。',
  },
  METRIC_ARCHIVED: {
    en: 'The metric whose low ratings were asked for was archived after this import was started. Restore it or choose another one, and import the file again.',
    'zh-CN': '所选指标在导入开始后被归档。请恢复该指标或另选一个，然后重新导入。',
  },
  TOUCHPOINT_UNKNOWN: {
    en: 'There is no touchpoint of this name. Correct it, say in the mapping which one is meant, or leave the column out.',
    'zh-CN': '没有该名称的触点。请改正名称、在列映射中指定对应的触点，或忽略此列。',
  },
  TOUCHPOINT_NEEDED: {
    en: 'The row does not say at which touchpoint of your teams it was said. Fill it in, or choose one for such rows.',
    'zh-CN': '该行没有写明您团队的触点。请补上，或为这类行指定触点。',
  },
  TOUCHPOINT_OF_TEAM: {
    en: '“{touchpoint}” belongs to the team “{team}”: its lead or the programme office can import this. Ask them, or leave the row out.',
    'zh-CN': '触点“{touchpoint}”归团队“{team}”负责，须由该团队负责人或体验管理办公室导入。请联系对方，或删除该行。',
  },
  TOUCHPOINT_OF_NOBODY: {
    en: '“{touchpoint}” has no owner yet: the programme office can import this. Ask it, or leave the row out.',
    'zh-CN': '触点“{touchpoint}”尚无负责团队，须由体验管理办公室导入。请联系对方，或删除该行。',
  },
  TOUCHPOINT_ARCHIVED: {
    en: 'The touchpoint chosen for this import was archived after it was started. Restore it or choose another one, and import the file again.',
    'zh-CN': '为本次导入选定的触点在导入开始后被归档。请恢复该触点或另选一个，然后重新导入。',
  },
  PERSONA_UNKNOWN: {
    en: 'There is no persona of this name. Correct the name, empty the cell, or leave the column out.',
    'zh-CN': '没有该名称的角色。请改正名称、清空单元格，或忽略此列。',
  },
  REFERENCE_TOO_LONG: { en: 'A reference has {most} characters at most.', 'zh-CN': '编号不能超过 {most} 个字符。' },
  CONTRADICTS_EARLIER_ROW: {
    en: 'An earlier row has the same reference and another text. Keep one of the two.',
    'zh-CN': '前面有一行编号相同而内容不同，请只保留其一。',
  },
} as const;

export type FeedbackProblemCode = keyof typeof TEXTS;

export interface FeedbackProblem {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly column: string | null;
  readonly code: FeedbackProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly value: string | null;
}

export interface ProblemAt {
  readonly column?: string | null;
  readonly params?: FeedbackProblem['params'];
  /** What stands in the cell; never given for what was said, nor for references, which say who somebody is. */
  readonly value?: string | null;
}

export const feedbackProblem = (row: number, code: FeedbackProblemCode, at: ProblemAt = {}): FeedbackProblem => ({
  row,
  column: shownColumn(at.column),
  code,
  params: at.params ?? {},
  value: shownCell(at.value),
});

export function problemText(code: string, params: FeedbackProblem['params'], locale: string): string {
  const text = TEXTS[code as FeedbackProblemCode]?.[locale.startsWith('zh') ? 'zh-CN' : 'en'] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
