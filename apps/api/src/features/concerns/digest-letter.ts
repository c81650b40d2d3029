import type { Mail } from '../../platform/mail/mailer.js';
import type { ConcernKindEnum } from './concern.type.js';

export interface ToldConcern {
  readonly kind: `${ConcernKindEnum}`;
  readonly objectId: string;
  readonly number: number | null;
  readonly title: string;
  readonly detail: string | null;
  readonly dueOn: string | null;
  readonly overdue: boolean;
}

export interface DigestLetterFacts {
  readonly to: string;
  readonly name: string;
  readonly locale: string;
  readonly organizationName: string;
  readonly waiting: readonly ToldConcern[];
  readonly news: readonly ToldConcern[];
  /** The address of the application, without a slash at its end. */
  readonly publicUrl: string;
}

/** More than these are counted, not listed. */
const LISTED = 20;

const PAGES: Readonly<Record<ToldConcern['kind'], string>> = {
  decision: 'decisions',
  decided: 'decisions',
  judgement: 'ranking',
  alert: 'monitoring/alerts',
  action: 'initiatives',
  report: 'initiatives',
  benefit_check: 'initiatives',
  verdict: 'initiatives',
};

/** What somebody reads at the beginning of their week or day: what waits for them, and what has come of their work. */
export function digestLetter(facts: DigestLetterFacts): Mail {
  const { to, name, organizationName, waiting, news, publicUrl } = facts;
  const words = facts.locale.startsWith('zh') ? CHINESE : ENGLISH;
  const section = (title: string, concerns: readonly ToldConcern[]): string[] => {
    if (concerns.length === 0) return [];
    const lines = concerns
      .slice(0, LISTED)
      .map((concern) => `${words.line(concern)}\n${publicUrl}/${PAGES[concern.kind]}/${concern.objectId}`);
    const rest = concerns.length - lines.length;
    return [title, ...lines, ...(rest > 0 ? [`${words.more(rest)}\n${publicUrl}/work`] : [])];
  };
  return {
    to,
    subject: words.subject(waiting.length, news.length, organizationName),
    text: [
      words.greeting(name),
      ...section(words.waiting, waiting),
      ...section(words.news, news),
      `${words.quieter}\n${publicUrl}/profile`,
    ].join('\n\n'),
  };
}

interface Words {
  readonly waiting: string;
  readonly news: string;
  readonly quieter: string;
  greeting(name: string): string;
  subject(waiting: number, news: number, organization: string): string;
  more(count: number): string;
  line(concern: ToldConcern): string;
}

const numbered = ({ kind, number, title }: ToldConcern): string =>
  number === null ? title : `${kind === 'decision' || kind === 'decided' ? 'D' : 'I'}-${number} ${title}`;

type Said = Readonly<Record<string, string>>;
const saidOf = (said: Said, detail: string | null): string => (detail === null ? '' : (said[detail] ?? detail));

const SAID_IN_ENGLISH: Said = {
  notice: 'notice',
  warning: 'warning',
  critical: 'critical',
  proven: 'proven',
  not_proven: 'not proven',
  worse: 'worse',
  insufficient: 'insufficient data',
  faded: 'the gain has faded',
  approved: 'approved',
  returned: 'returned',
  rejected: 'rejected',
};

const ENGLISH: Words = {
  waiting: 'This waits for you:',
  news: 'This has come of your work:',
  quieter: 'How often you get this letter is set in your profile:',
  greeting: (name) => `Hello ${name},`,
  subject: (waiting, news, organization) =>
    waiting > 0
      ? `${waiting} ${waiting === 1 ? 'thing waits' : 'things wait'} for you (${organization})`
      : `${news} ${news === 1 ? 'thing has' : 'things have'} come of your work (${organization})`,
  more: (count) => `and ${count} more:`,
  line: (concern) => {
    const by =
      concern.dueOn === null ? '' : concern.overdue ? `, was due on ${concern.dueOn}` : `, due on ${concern.dueOn}`;
    const what = numbered(concern);
    const said = saidOf(SAID_IN_ENGLISH, concern.detail);
    switch (concern.kind) {
      case 'decision':
        return `To decide: ${what}${by}`;
      case 'judgement':
        return `To rank: ${what}${by}`;
      case 'alert':
        return `Alert given to you (${said}): ${what}`;
      case 'action':
        return `To do: ${said}${by} (${what})`;
      case 'report':
        return `To report on: ${what}${by}`;
      case 'benefit_check':
        return `Benefit to check: ${said} (${what})`;
      case 'verdict':
        return `Effect verdict, ${said}: ${what}`;
      case 'decided':
        return `Decision, ${said}: ${what}`;
    }
  },
};

const SAID_IN_CHINESE: Said = {
  notice: '提示',
  warning: '警告',
  critical: '严重',
  proven: '已证实',
  not_proven: '未证实',
  worse: '变差',
  insufficient: '数据不足',
  faded: '收益消退',
  approved: '已批准',
  returned: '已退回',
  rejected: '已否决',
};

const CHINESE: Words = {
  waiting: '待您处理：',
  news: '您负责的工作有了结果：',
  quieter: '如需调整此邮件的频率，请前往个人资料页面：',
  greeting: (name) => `${name}，您好！`,
  subject: (waiting, news, organization) =>
    waiting > 0 ? `您有 ${waiting} 项待办（${organization}）` : `您负责的工作有 ${news} 项新结果（${organization}）`,
  more: (count) => `另有 ${count} 项：`,
  line: (concern) => {
    const by =
      concern.dueOn === null ? '' : concern.overdue ? `，已于 ${concern.dueOn} 到期` : `，${concern.dueOn} 前完成`;
    const what = numbered(concern);
    const said = saidOf(SAID_IN_CHINESE, concern.detail);
    switch (concern.kind) {
      case 'decision':
        return `待决策：${what}${by}`;
      case 'judgement':
        return `待排序：${what}${by}`;
      case 'alert':
        return `指派给您的预警（${said}）：${what}`;
      case 'action':
        return `待办行动：${said}${by}（${what}）`;
      case 'report':
        return `待提交进展：${what}${by}`;
      case 'benefit_check':
        return `待核验收益：${said}（${what}）`;
      case 'verdict':
        return `效果判定“${said}”：${what}`;
      case 'decided':
        return `决策结果“${said}”：${what}`;
    }
  },
};
