import { FeedbackSourceEnum } from '../feedback/index.js';
import { plainName } from '../observations/index.js';
import { SOURCES } from './feedback-mapping.js';

type Source = (typeof SOURCES)[number];

/** What files call where something was said: sources, and the channels that lead to them. */
const WORDS: Readonly<Record<Source, readonly string[]>> = {
  [FeedbackSourceEnum.SERVICE_DESK]: [
    ...['service desk', 'help desk', 'helpdesk', 'hotline', 'phone', 'call', 'call centre', 'call center', 'ticket'],
    ...['contact centre', 'contact center', 'complaint', 'complaints', 'support', 'chat', 'email', 'e-mail', 'crm'],
    ...['服务台', '客服', '工单', '热线', '客服热线', '电话', '投诉', '呼叫中心', '在线客服', '邮件'],
  ],
  [FeedbackSourceEnum.FORUM]: [
    ...[
      'forum',
      'community',
      'social',
      'social media',
      'app store',
      'review',
      'reviews',
      'public review',
      'google play',
    ],
    ...['论坛', '社区', '社交媒体', '微博', '微信', '小红书', '应用商店', '应用市场', '网络评价', '点评'],
  ],
  [FeedbackSourceEnum.SURVEY]: [
    ...['survey', 'questionnaire', 'nps', 'csat', 'ces', 'feedback form', 'form', 'panel'],
    ...['问卷', '调研', '调查', '满意度调查', '问卷调查', '评价'],
  ],
  [FeedbackSourceEnum.INTERVIEW]: ['interview', 'user interview', 'focus group', '访谈', '用户访谈', '焦点小组'],
  [FeedbackSourceEnum.WALKTHROUGH]: [
    ...['walkthrough', 'walk-through', 'mystery shopping', 'usability test'],
    ...['走查', '体验走查', '神秘客', '神秘顾客', '可用性测试'],
  ],
  [FeedbackSourceEnum.STORE_VISIT]: [
    'store visit',
    'branch',
    'branch visit',
    'store',
    '门店',
    '网点',
    '巡店',
    '网点走访',
  ],
  [FeedbackSourceEnum.OTHER]: ['other', '其他', '其它'],
};

const KNOWN = new Map<string, Source>(
  SOURCES.flatMap((source) =>
    [source, source.replaceAll('_', ' '), ...WORDS[source]].map((word) => [plainName(word), source] as const),
  ),
);

export const sourceCalled = (cell: string): Source | undefined => KNOWN.get(plainName(cell));
