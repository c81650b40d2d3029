import type { JourneyFileCode, JourneyFileProblem } from '@touchstone/domain';

/** What stands against a file or is left out of it, and what to do about it. `{name}` is filled from the parameters. */
const TEXTS: Readonly<Record<JourneyFileCode, { readonly en: string; readonly 'zh-CN': string }>> = {
  NO_LAYOUT: {
    en: 'No map was found. Put lanes into the first column and stages across, or give every touchpoint a row with the columns “Stage” and “Touchpoint”.',
    'zh-CN': '未找到旅程图。请将泳道放在第一列、阶段横向排列；或每个触点一行，并包含“阶段”和“触点”两列。',
  },
  NOT_THIS_FORMAT: {
    en: 'This JSON is no map. A map says "format": "{format}".',
    'zh-CN': '该 JSON 不是旅程图。旅程图应包含 "format": "{format}"。',
  },
  BAD_VALUE: {
    en: 'This value is not understood. Expected: {allowed}.',
    'zh-CN': '无法识别该内容。应为：{allowed}。',
  },
  BAD_CHARACTER: {
    en: 'This holds a character that cannot be kept. Write the text anew.',
    'zh-CN': '内容含有无法保存的字符，请重新输入该文字。',
  },
  LANE_TWICE: {
    en: 'The lane stands in an earlier row already. Put both texts into one row.',
    'zh-CN': '该泳道在前面的行中已出现，请合并为一行。',
  },
  STAGE_MISSING: { en: 'There is no name of a stage. Write one.', 'zh-CN': '缺少阶段名称，请填写。' },
  STAGE_UNKNOWN: {
    en: 'The map has no stage of this name. Write it as on the map.',
    'zh-CN': '旅程图中没有该名称的阶段，请与旅程图保持一致。',
  },
  TOUCHPOINT_MISSING: {
    en: 'The row does not name a touchpoint. Write one or remove the row.',
    'zh-CN': '该行没有触点名称，请填写或删除该行。',
  },
  TOUCHPOINT_TWICE: {
    en: 'The touchpoint stands in this stage already. Remove one of the two.',
    'zh-CN': '该触点在此阶段已出现，请删除其中之一。',
  },
  TEXT_TOO_LONG: {
    en: 'The text has {length} characters; {limit} is the most. Shorten it.',
    'zh-CN': '文字共 {length} 个字符，最多 {limit} 个，请缩短。',
  },
  UNKNOWN_CHOICE: { en: 'Write one of: {allowed}.', 'zh-CN': '请填写以下之一：{allowed}。' },
  BAD_EMOTION: {
    en: 'An emotion is a whole number from {lowest} to {highest}.',
    'zh-CN': '情绪值应为 {lowest} 至 {highest} 的整数。',
  },
  BAD_COUNT: {
    en: 'Write how many were asked: a whole number from 1.',
    'zh-CN': '请填写受访人数，应为不小于 1 的整数。',
  },
  EVIDENCE_WITHOUT_KIND: {
    en: 'Evidence has a day but no kind; say what kind of evidence it is.',
    'zh-CN': '依据填写了日期但未填写类型，请填写依据类型。',
  },
  EMOTION_WITHOUT_SOURCE: {
    en: 'Say how the emotion is known: how many customers were asked, or who judged it.',
    'zh-CN': '请说明情绪值的来源：受访客户数，或由谁判断。',
  },
  SOURCE_WITHOUT_EMOTION: {
    en: 'It says how the emotion is known, but not what it is. Write the emotion or empty the source.',
    'zh-CN': '填写了情绪来源但没有情绪值，请补充情绪值或清空来源。',
  },
  TWO_SOURCES: {
    en: 'Say either how many customers were asked or who judged it, not both.',
    'zh-CN': '受访客户数与判断人只能填写其一。',
  },
  TOO_MANY_STAGES: {
    en: 'The map has {count} stages; {limit} is the most. Cut the journey into parts.',
    'zh-CN': '旅程图共有 {count} 个阶段，最多 {limit} 个，请拆分为多个子旅程。',
  },
  TOO_MANY_TOUCHPOINTS: {
    en: 'Touchpoints stand in {count} places; {limit} is the most. Cut the journey into parts.',
    'zh-CN': '触点共放置 {count} 处，最多 {limit} 处，请拆分为多个子旅程。',
  },
  LANE_SKIPPED: { en: 'This is no lane of a map; the row is left out.', 'zh-CN': '这不是旅程图的泳道，该行将被忽略。' },
  EMOTION_DRAWN: {
    en: 'Emotion is drawn from the touchpoints; the row is left out. To bring it in, give each touchpoint a row.',
    'zh-CN': '情绪由触点得出，该行将被忽略。如需导入情绪，请为每个触点单独填写一行。',
  },
  COLUMN_SKIPPED: { en: 'The column is not known and is left out.', 'zh-CN': '无法识别该列，将被忽略。' },
  SHEET_SKIPPED: {
    en: 'The sheet “{sheet}” holds no part of a map and is left out.',
    'zh-CN': '工作表“{sheet}”不含旅程图内容，将被忽略。',
  },
};

export function journeyFileText({ code, params, sheet }: JourneyFileProblem, locale: string): string {
  const text = TEXTS[code][locale.startsWith('zh') ? 'zh-CN' : 'en'];
  const known: Record<string, string | number> = { ...params, sheet: sheet ?? '' };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''));
}
