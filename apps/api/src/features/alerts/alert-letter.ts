import type { AlertEvidence, AlertRule, AlertSeverity } from '@touchstone/domain';
import type { Mail } from '../../platform/mail/mailer.js';
import type { AlertOccasion } from './alerts.jobs.js';

export interface AlertInLetter {
  readonly id: string;
  readonly metricName: string;
  readonly unit: string;
  readonly rule: AlertRule;
  readonly severity: AlertSeverity;
  readonly teamName: string | null;
  readonly latest: AlertEvidence;
}

export interface AlertLetterFacts {
  readonly to: string;
  readonly name: string;
  readonly locale: string;
  readonly organizationName: string;
  readonly occasion: AlertOccasion;
  readonly alerts: readonly AlertInLetter[];
  /** The address of the application, without a slash at its end. */
  readonly publicUrl: string;
}

/** More than these are counted, not listed. */
const LISTED = 20;

/** What somebody reads whom alerts concern: what each is about, with its numbers, and where to deal with it. */
export function alertLetter(facts: AlertLetterFacts): Mail {
  const words = facts.locale.startsWith('zh') ? CHINESE : ENGLISH;
  const { to, name, organizationName, occasion, alerts, publicUrl } = facts;
  const listed = alerts.slice(0, LISTED).map((alert) => {
    const link = `${publicUrl}/monitoring/alerts/${alert.id}`;
    return `${words.severity[alert.severity]} ${alert.metricName}${words.said(words.rule(alert))}\n${link}`;
  });
  const rest = alerts.length - listed.length;
  return {
    to,
    subject: words.subject(occasion, alerts, organizationName),
    text: [
      words.greeting(name),
      words.lead[occasion],
      ...listed,
      ...(rest > 0 ? [`${words.more(rest)}\n${publicUrl}/monitoring/alerts`] : []),
      `${words.quieter}\n${publicUrl}/monitoring/alerts`,
    ].join('\n\n'),
  };
}

interface Words {
  readonly severity: Readonly<Record<AlertSeverity, string>>;
  readonly lead: Readonly<Record<AlertOccasion, string>>;
  readonly quieter: string;
  greeting(name: string): string;
  said(rule: string): string;
  more(count: number): string;
  subject(occasion: AlertOccasion, alerts: readonly AlertInLetter[], organization: string): string;
  rule(alert: AlertInLetter): string;
}

const numberIn = (locale: string, value: number | null): string =>
  value === null ? '–' : value.toLocaleString(locale, { maximumFractionDigits: 2 });

const withUnit = (locale: string, value: number | null, unit: string): string =>
  `${numberIn(locale, value)}${unit === '%' ? ' %' : ` ${unit}`}`;

function limitIn(locale: string, { limit, upperLimit }: AlertEvidence, unit: string): string {
  const low = upperLimit === null ? withUnit(locale, limit, unit) : numberIn(locale, limit);
  return upperLimit === null ? low : `${low} – ${withUnit(locale, upperLimit, unit)}`;
}

const ENGLISH: Words = {
  severity: { notice: '[Notice]', warning: '[Warning]', critical: '[Critical]' },
  lead: {
    opened: 'These numbers need somebody to look at them:',
    escalated: 'Nobody has dealt with this yet, so it has come up to you:',
    assigned: 'You were asked to deal with this:',
  },
  quieter: 'How much of this you want by mail is set on the page of alerts:',
  greeting: (name) => `Hello ${name},`,
  said: (rule) => `: ${rule}`,
  more: (count) => `and ${count} more:`,
  subject: (occasion, alerts, organization) => {
    const [first] = alerts;
    const about = alerts.length === 1 ? first!.metricName : `${alerts.length} alerts`;
    const what = { opened: 'Alert', escalated: 'Escalated', assigned: 'For you' }[occasion];
    return `${what}: ${about} (${organization})`;
  },
  rule: ({ rule, unit, latest }) => {
    const value = withUnit('en-GB', latest.value, unit);
    const n = latest.n === null ? '' : ` (n = ${numberIn('en-GB', latest.n)})`;
    const limit = limitIn('en-GB', latest, unit);
    switch (rule) {
      case 'target_breach':
        return `${value}${n} misses the target of ${limit}.`;
      case 'threshold':
        return `${value}${n} is beyond the threshold of ${limit}.`;
      case 'signal':
        return `${value}${n} stands out from its usual variation around ${limit}.`;
      case 'staleness':
        return `no data for ${numberIn('en-GB', latest.ageDays ?? null)} days; it usually comes every ${numberIn('en-GB', latest.cadenceDays ?? null)}.`;
    }
  },
};

const CHINESE: Words = {
  severity: { notice: '【提示】', warning: '【警告】', critical: '【严重】' },
  lead: {
    opened: '以下指标需要有人关注：',
    escalated: '以下预警尚无人处理，现升级给您：',
    assigned: '以下预警已指派给您处理：',
  },
  quieter: '如需调整邮件提醒范围，请前往预警页面：',
  greeting: (name) => `${name}，您好！`,
  said: (rule) => `：${rule}`,
  more: (count) => `另有 ${count} 条预警：`,
  subject: (occasion, alerts, organization) => {
    const [first] = alerts;
    const about = alerts.length === 1 ? first!.metricName : `共 ${alerts.length} 条`;
    const what = { opened: '预警', escalated: '预警升级', assigned: '预警指派' }[occasion];
    return `${what}：${about}（${organization}）`;
  },
  rule: ({ rule, unit, latest }) => {
    const value = withUnit('zh-CN', latest.value, unit);
    const n = latest.n === null ? '' : `（n = ${numberIn('zh-CN', latest.n)}）`;
    const limit = limitIn('zh-CN', latest, unit);
    switch (rule) {
      case 'target_breach':
        return `${value}${n}，未达到目标 ${limit}。`;
      case 'threshold':
        return `${value}${n}，越过阈值 ${limit}。`;
      case 'signal':
        return `${value}${n}，偏离以 ${limit} 为中心的正常波动。`;
      case 'staleness':
        return `已 ${numberIn('zh-CN', latest.ageDays ?? null)} 天没有新数据，通常每 ${numberIn('zh-CN', latest.cadenceDays ?? null)} 天更新一次。`;
    }
  },
};
