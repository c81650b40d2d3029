import type { LocalizedText } from '@touchstone/domain';

const ENGLISH = {
  results: 'Results',
  answers: 'Answers',
  groups: 'Rater groups',
  gaps: 'Gaps between groups',
  about: 'About',
  comments: 'Comments',
  distributions: 'Distributions',
  kind: 'Kind',
  dimension: 'Dimension',
  practice: 'Practice',
  id: 'Id',
  group: 'Rater group',
  groupKind: 'Kind of group',
  n: 'n',
  score: 'Score',
  lower: '{percent} interval, lower',
  upper: '{percent} interval, upper',
  sd: 'Spread (sd)',
  level: 'Level',
  levelName: 'Name of the level',
  agreement: 'Agreement',
  coverage: 'Coverage',
  notApplicable: 'Not applicable',
  status: 'Status',
  expected: 'Expected',
  submitted: 'Responses',
  groupA: 'Group A',
  groupB: 'Group B',
  difference: 'A minus B',
  p: 'p',
  adjustedP: 'Adjusted p',
  reading: 'Reading',
  beyondNoise: 'Beyond rater noise',
  withinNoise: 'Within rater noise',
  fact: 'Fact',
  value: 'Value',
  overall: 'Overall',
  allRespondents: 'All respondents',
  shown: 'shown',
  empty: 'nobody answered',
  primary: 'hidden (fewer than {minimum})',
  complementary: 'hidden (protects another group)',
  hidden: 'hidden',
  unevenItems: 'hidden (not everybody answered every question of the practice)',
  notApplicableAnswer: 'n/a',
  person: 'Person',
  email: 'E-mail',
  item: 'Question',
  answer: 'Answer',
  count: 'Respondents',
  comment: 'Comment',
  assessment: 'Assessment',
  model: 'Model',
  period: 'Period',
  anonymity: 'Anonymity',
  anonymous: 'anonymous',
  confidential: 'confidential',
  named: 'named',
  minimumGroupSize: 'Minimum group size',
  computedAt: 'Computed at',
  formula: 'Formula version',
  responses: 'Responses',
  icc: 'Rater agreement (ICC)',
  alpha: 'Rater agreement (Krippendorff’s α)',
  note: 'Note',
  rowsNote: 'One row is one response, in random order. Values of groups that may not be shown are left out.',
  distributionNote: 'The wave is anonymous: answers leave the system as counts only, and only where results are shown.',
} as const;
export type ExportText = keyof typeof ENGLISH;

const CHINESE: Readonly<Record<ExportText, string>> = {
  results: '结果',
  answers: '答案',
  groups: '评价群体',
  gaps: '群体差距',
  about: '说明',
  comments: '意见',
  distributions: '分布',
  kind: '类型',
  dimension: '维度',
  practice: '实践',
  id: '编号',
  group: '评价群体',
  groupKind: '群体类型',
  n: 'n',
  score: '得分',
  lower: '{percent} 置信区间下限',
  upper: '{percent} 置信区间上限',
  sd: '离散度（标准差）',
  level: '等级',
  levelName: '等级名称',
  agreement: '一致性',
  coverage: '作答率',
  notApplicable: '不适用',
  status: '状态',
  expected: '预计人数',
  submitted: '答卷',
  groupA: '群体甲',
  groupB: '群体乙',
  difference: '甲减乙',
  p: 'p',
  adjustedP: '校正后 p',
  reading: '判读',
  beyondNoise: '超出评分波动',
  withinNoise: '在评分波动之内',
  fact: '项目',
  value: '内容',
  overall: '总体',
  allRespondents: '全体答题人',
  shown: '显示',
  empty: '无人作答',
  primary: '已隐藏（少于 {minimum} 人）',
  complementary: '已隐藏（为保护其他群体）',
  hidden: '已隐藏',
  unevenItems: '已隐藏（并非人人都答了该实践的每道题）',
  notApplicableAnswer: '不适用',
  person: '姓名',
  email: '邮箱',
  item: '题目',
  answer: '答案',
  count: '人数',
  comment: '意见',
  assessment: '评估',
  model: '模型',
  period: '期间',
  anonymity: '匿名方式',
  anonymous: '匿名',
  confidential: '保密',
  named: '实名',
  minimumGroupSize: '最小成组人数',
  computedAt: '计算时间',
  formula: '公式版本',
  responses: '答卷',
  icc: '评分者一致性（ICC）',
  alpha: '评分者一致性（Krippendorff α）',
  note: '读数须知',
  rowsNote: '每行一份答卷，顺序随机。不能显示的群体，其数值不列出。',
  distributionNote: '本轮评估为匿名：答案只以人数形式导出，且仅限可公布结果的部分。',
};

const NOTES: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  ALL_POOLS_RESPONDENTS: {
    en: '“All respondents” pools everybody, so that a large group counts for more than a small one.',
    'zh-CN': '“全体答题人”把所有答卷合在一起算，人多的群体分量更大。',
  },
  NOT_APPLICABLE_COUNTS_AS_ZERO: {
    en: 'By the definition of this scoring method “not applicable” and unanswered questions count as nothing.',
    'zh-CN': '按本计分方法的定义，“不适用”和未作答都不得分。',
  },
  STAGED_LEVEL_IS_NOT_THE_MEAN: {
    en: 'The level is reached stage by stage and is not the rounded score: one gap caps it.',
    'zh-CN': '等级是逐级达成的，不是得分四舍五入：一处缺口就会卡住。',
  },
  SPREAD_FROM_PRACTICES: {
    en: 'Where not everybody scored every practice, the interval of a dimension is put together from its practices.',
    'zh-CN': '若不是人人都答了每项实践，维度的置信区间由各实践合成。',
  },
  SOME_CELLS_HIDDEN: {
    en: 'Some numbers are withheld to protect respondents; the status says why.',
    'zh-CN': '为保护答题人，部分数字不显示；状态一栏写明原因。',
  },
  NO_SUBMISSIONS: { en: 'Nobody answered.', 'zh-CN': '无人作答。' },
};

/** The words of a file, in the language of whoever asked for it. */
export class ExportWords {
  private readonly chinese: boolean;

  constructor(private readonly locale: string) {
    this.chinese = locale.startsWith('zh');
  }

  say(text: ExportText, values: Readonly<Record<string, string | number>> = {}): string {
    const words = this.chinese ? CHINESE[text] : ENGLISH[text];
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  note(code: string): string {
    return NOTES[code]?.[this.chinese ? 'zh-CN' : 'en'] ?? code;
  }

  /** A text of the model in this language, or in the one that comes closest. */
  of(text: LocalizedText): string {
    const language = this.locale.split('-')[0]!;
    return (
      text[this.locale] ??
      Object.entries(text).find(([locale]) => locale.split('-')[0] === language)?.[1] ??
      text['en'] ??
      Object.values(text)[0] ??
      ''
    );
  }
}
