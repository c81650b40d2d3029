import type { Mail } from '../../platform/mail/mailer.js';
import type { EffectVerdictEnum } from './effect.enums.js';

export interface VerdictLetterFacts {
  readonly to: string;
  readonly name: string;
  readonly locale: string;
  readonly organizationName: string;
  readonly initiativeId: string;
  readonly number: number;
  readonly title: string;
  readonly metricName: string;
  readonly unit: string;
  readonly verdict: `${EffectVerdictEnum}`;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The address of the application, without a slash at its end. */
  readonly publicUrl: string;
}

/** What owner and sponsor read on the day: the verdict with its interval, and where its reasons stand. */
export function verdictLetter(facts: VerdictLetterFacts): Mail {
  const words = facts.locale.startsWith('zh') ? CHINESE : ENGLISH;
  const { to, name, number, title, metricName, organizationName, publicUrl, initiativeId } = facts;
  const said = words.verdict[facts.verdict];
  return {
    to,
    subject: words.subject(said, `I-${number}`, organizationName),
    text: [
      words.greeting(name),
      words.lead(`I-${number} ${title}`, metricName, said),
      ...(facts.estimate === null ? [] : [words.numbers(facts)]),
      words.explained[facts.verdict],
      `${publicUrl}/initiatives/${initiativeId}`,
    ].join('\n\n'),
  };
}

type Verdict = VerdictLetterFacts['verdict'];
interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly explained: Readonly<Record<Verdict, string>>;
  greeting(name: string): string;
  lead(initiative: string, metric: string, verdict: string): string;
  numbers(facts: VerdictLetterFacts): string;
  subject(verdict: string, number: string, organization: string): string;
}

const numberIn = (locale: string, value: number | null): string =>
  value === null ? '–' : value.toLocaleString(locale, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });

const ENGLISH: Words = {
  verdict: {
    proven: 'proven',
    not_proven: 'not proven',
    worse: 'worse',
    insufficient: 'insufficient data',
    holding: 'holding',
    faded: 'faded',
  },
  explained: {
    proven: 'The whole interval lies on the promised side of zero. From now on the gain is watched.',
    not_proven: 'Zero lies within the interval. That is no proof that nothing happened.',
    worse: 'The whole interval lies on the wrong side of zero.',
    insufficient: 'Nothing is claimed in either direction. The page says what was missing.',
    holding: 'The gain is still there.',
    faded: 'What was proven is not there any more, so that the initiative is open for evaluation again.',
  },
  greeting: (name) => `Hello ${name},`,
  lead: (initiative, metric, verdict) => `${initiative} was judged by ${metric}: ${verdict}.`,
  numbers: ({ estimate, lower, upper, unit }) =>
    `Effect ${numberIn('en-GB', estimate)} ${unit}, interval ${numberIn('en-GB', lower)} to ${numberIn('en-GB', upper)}.`,
  subject: (verdict, number, organization) => `Effect verdict for ${number}: ${verdict} (${organization})`,
};

const CHINESE: Words = {
  verdict: {
    proven: '已证实',
    not_proven: '未证实',
    worse: '变差',
    insufficient: '数据不足',
    holding: '收益保持',
    faded: '收益消退',
  },
  explained: {
    proven: '置信区间整体位于预期方向一侧。系统将继续进行回退观察。',
    not_proven: '置信区间包含零；但这并不能证明毫无变化。',
    worse: '置信区间整体位于相反方向一侧。',
    insufficient: '数据不足以作出任何方向的判断，所缺条件见举措页面。',
    holding: '已证实的收益仍在保持。',
    faded: '曾经证实的收益已不复存在，举措已重新进入评估。',
  },
  greeting: (name) => `${name}，您好！`,
  lead: (initiative, metric, verdict) => `${initiative} 依据指标“${metric}”的效果判定：${verdict}。`,
  numbers: ({ estimate, lower, upper, unit }) =>
    `效果 ${numberIn('zh-CN', estimate)} ${unit}，区间 ${numberIn('zh-CN', lower)} 至 ${numberIn('zh-CN', upper)}。`,
  subject: (verdict, number, organization) => `${number} 的效果判定：${verdict}（${organization}）`,
};
