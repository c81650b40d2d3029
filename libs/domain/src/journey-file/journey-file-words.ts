import { EVIDENCE_KINDS, LIFECYCLE_STAGES, MAP_LANES, PLACEMENT_FACTORS } from '../journey/index.js';
import { CHANNELS, DONT_CHECKS, EXISTENCES, JOURNEY_STATES, SERVICE_LEVELS } from './journey-document.js';

export type FileLanguage = 'en' | 'zh-CN';

/** The first word of a language is the one that is written; all of them are understood. */
type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<FileLanguage, readonly string[]>>>>;

const words = <Key extends string>(
  table: Readonly<Record<Key, readonly [string, string, ...string[]]>>,
): Words<Key> => {
  const entries = Object.entries<readonly string[]>(table).map(([key, [en, zh, ...more]]) => [
    key,
    { en: [en, ...more], 'zh-CN': [zh, ...more] },
  ]);
  return Object.fromEntries(entries) as Words<Key>;
};

export const LANE_WORDS = words<(typeof MAP_LANES)[number] | 'lifecycle'>({
  lifecycle: [
    'Stage of the customer’s life',
    '生命周期阶段',
    'Lifecycle',
    'Lifecycle stage',
    'Life-cycle stage',
    '生命周期',
  ],
  scenario: ['Scenario', '客户场景', 'Scenarios', 'Situation', '场景'],
  doing: ['Doing', '客户行为', 'Actions', 'Customer actions', 'Steps', 'Activities', '行为', '用户行为'],
  thinking: ['Thinking', '客户想法', 'Thoughts', '想法', '思考'],
  touchpoints: ['Touchpoints', '触点', 'Touchpoint', 'Touch points', 'Channels', '接触点'],
  expectation: ['Expectation', '期望', 'Expectations', 'Needs', 'Goals', '客户期望', '需求'],
  emotion: ['Emotion', '情绪', 'Emotions', 'Feelings', 'Feeling', '情绪曲线', '感受'],
  pain: ['Pains', '痛点', 'Pain', 'Pain points', 'Problems', 'Barriers'],
  opportunity: ['Opportunities', '机会点', 'Opportunity', 'Ideas', 'Improvements', '机会'],
  front_stage: ['Front stage', '前台', 'Frontstage', 'Front-stage', '前台行为'],
  back_stage: ['Back stage', '后台', 'Backstage', 'Back-stage', '后台行为'],
  support: ['Support', '支持部门', 'Support processes', 'Support process', '支持流程', '支持'],
});

export const COLUMN_WORDS = words({
  lane: ['Lane', '泳道', 'Row', 'Layer'],
  stage: ['Stage', '阶段', 'Phase', 'Step', '旅程阶段'],
  touchpoint: ['Touchpoint', '触点', 'Touch point', 'Touchpoint name', '触点名称', '接触点'],
  channel: ['Channel', '渠道'],
  existence: ['Exists', '存在状态', 'Existence', 'Existing or future'],
  factor: ['Weight', '影响因素', 'Factor', 'Importance', 'What it weighs'],
  emotion: ['Emotion', '情绪', 'Emotion score', '情绪值'],
  emotionN: ['Customers asked', '受访客户数', 'n', 'Asked'],
  emotionJudgedBy: ['Judged by', '判断人', 'Source'],
  expectation: ['Expectation', '期望', 'Expectations', '客户期望'],
  confirmedAt: ['Confirmed', '确认时间', 'Confirmed at'],
  accountable: ['Accountable team', '责任团队', 'Owner', 'Team', '责任部门', '团队'],
  description: ['Description', '说明', '描述'],
  serviceLevel: ['Service level', '服务层级'],
  noWaiting: ['No waiting', '不让客户等待'],
  noAnnoyance: ['No annoyance', '不让客户烦恼'],
  noPuzzling: ['No puzzling', '不让客户困惑'],
  noRepeating: ['No repeating', '不让客户重复'],
  evidence: ['Evidence', '依据', 'Source of the text'],
  evidenceKind: ['Kind of evidence', '依据类型'],
  evidenceOn: ['Evidence of', '依据日期', 'Date of evidence'],
  about: ['About the map', '旅程图信息'],
  value: ['Value', '内容'],
});

export const ABOUT_WORDS = words({
  name: ['Name', '名称'],
  summary: ['Summary', '概述'],
  state: ['State', '状态'],
  lifecycle: ['Stage of the customer’s life', '生命周期阶段'],
  persona: ['Persona', '角色', '客户画像'],
  product: ['Product', '产品'],
  partOf: ['Part of', '上级旅程'],
});

export const SHEET_WORDS = words({
  map: ['Map', '旅程图'],
  touchpoints: ['Touchpoints', '触点'],
  evidence: ['Evidence', '依据'],
  about: ['About', '信息'],
});

/** Words of everything that is chosen from a list. */
export const CHOICE_WORDS = {
  lifecycle: words<(typeof LIFECYCLE_STAGES)[number]>({
    awareness: ['Awareness', '意识'],
    consideration: ['Consideration', '考虑'],
    decision: ['Decision', '决策'],
    purchase: ['Purchase', '购买'],
    after_sales: ['After-sales', '售后', 'After sales', 'Aftersales'],
  }),
  factor: words<(typeof PLACEMENT_FACTORS)[number]>({
    key_moment: ['Key moment', '体验关键环节', 'Moment of truth', '关键时刻', '关键环节'],
    inhibitor: ['Inhibitor', '体验阻碍因素', '阻碍因素'],
    motivator: ['Motivator', '体验激励因素', '激励因素'],
  }),
  channel: words<(typeof CHANNELS)[number]>({
    branch: ['Branch or shop', '网点或门店', 'Branch', 'Shop', 'Store', '网点', '门店'],
    phone: ['Phone', '电话', 'Telephone', 'Call centre', 'Call center', 'Hotline'],
    web: ['Web', '网站', 'Website', 'Online', 'PC'],
    app: ['App', '应用程序', 'Mobile app', 'Mobile', '移动应用', 'APP'],
    email: ['E-mail', '电子邮件', 'Email', 'Mail', '邮件'],
    chat: ['Chat', '在线聊天', 'Live chat', '在线客服'],
    social: ['Social media', '社交媒体', 'Social'],
    post: ['Post', '邮寄', 'Letter', '信函'],
    self_service: ['Self-service', '自助服务', 'Self service', 'Kiosk', '自助设备'],
    field: ['In the field', '上门服务', 'Field', 'On site', '现场'],
    other: ['Other', '其他'],
  }),
  existence: words<(typeof EXISTENCES)[number]>({
    existing: ['Existing', '已有', 'Yes', 'Today', '现有'],
    future: ['Future', '未来', 'No', 'Planned', '规划中'],
  }),
  dont: words<(typeof DONT_CHECKS)[number]>({
    kept: ['Kept', '做到', 'OK'],
    broken: ['Broken', '未做到'],
  }),
  serviceLevel: words<(typeof SERVICE_LEVELS)[number]>({
    basic: ['Basic', '基本'],
    satisfying: ['Satisfying', '满意'],
    delightful: ['Delightful', '愉悦'],
    unexpected: ['Unexpected', '惊喜'],
  }),
  evidenceKind: words<(typeof EVIDENCE_KINDS)[number]>({
    measured: ['Measured', '数据测量', 'Data', '数据'],
    asked: ['Customers asked', '客户调研', 'Interviews', 'Survey', '访谈', '问卷'],
    observed: ['Observed', '实地观察', 'Observation', 'Walkthrough', '观察'],
    reported: ['Reported', '投诉与反馈', 'Complaints', 'Feedback', '投诉', '反馈'],
    judged: ['Judged in-house', '内部判断', 'Judged', 'Assumption', '假设'],
  }),
  state: words<(typeof JOURNEY_STATES)[number]>({
    current: ['Current state', '当前状态', '现状', 'Current', 'As is', 'As-is'],
    future: ['Future state', '未来状态', 'Future', 'To be', 'To-be'],
  }),
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_\-–—:：’']+/g, ' ')
    .trim()
    .toLowerCase();

/** The key that a word stands for: by its own name or by any of its words, in any capitals. */
export function keyOf<Key extends string>(table: Words<Key>, word: string): Key | null {
  const wanted = plain(word);
  for (const [key, { en, 'zh-CN': zh }] of Object.entries<Words<Key>[Key]>(table)) {
    if ([key, ...en, ...zh].some((each) => plain(each) === wanted)) return key as Key;
  }
  return null;
}

export const wordOf = <Key extends string>(table: Words<Key>, key: Key, language: FileLanguage): string =>
  table[key][language][0] as string;
