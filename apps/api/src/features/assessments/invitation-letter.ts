import type { AnonymityPolicy } from '@touchstone/domain';
import type { Mail } from '../../platform/mail/mailer.js';

export interface LetterFacts {
  readonly to: string;
  readonly name: string | null;
  readonly locale: string;
  readonly kind: 'invitation' | 'reminder';
  readonly organizationName: string;
  readonly assessmentName: string;
  readonly purpose: string;
  readonly deadline: Date;
  readonly timeZone: string;
  readonly anonymity: AnonymityPolicy;
  readonly minimumGroupSize: number;
  /** Null where a draft exists: only the link it was written under can open it, so the letter points back to that one. */
  readonly link: string | null;
}

/** What a respondent reads in the mail: who asks, why, until when, and what becomes of the answers. */
export function invitationLetter(facts: LetterFacts): Mail {
  return facts.locale.startsWith('zh') ? chineseLetter(facts) : englishLetter(facts);
}

function englishLetter(facts: LetterFacts): Mail {
  const until = facts.deadline.toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: facts.timeZone,
  });
  const privacy: Record<AnonymityPolicy, string> = {
    anonymous: `Your answers are anonymous: they are kept without your name, address or link, nobody is shown whether you answered, and nothing is shown of fewer than ${facts.minimumGroupSize} people.`,
    confidential: `Your answers are confidential: we see whether you answered, never what; nothing is shown of fewer than ${facts.minimumGroupSize} people.`,
    named: 'Your answers carry your name.',
  };
  const opening =
    facts.kind === 'invitation'
      ? `${facts.organizationName} asks for your view.`
      : 'We have not heard from you yet, and your view counts.';
  const way = facts.link
    ? `Answer here, on a phone or a computer, without an account:\n${facts.link}`
    : 'You have begun already. Go on with the link in our earlier mail: it opens what you have written so far. If you no longer have that mail, ask us for a new link.';
  return {
    to: facts.to,
    subject: facts.kind === 'invitation' ? `${facts.assessmentName}: your view` : `Reminder – ${facts.assessmentName}`,
    text: [
      `Hello${facts.name ? ` ${facts.name}` : ''},`,
      opening,
      facts.purpose,
      way,
      `Open until ${until} (${facts.timeZone}).`,
      privacy[facts.anonymity],
    ].join('\n\n'),
  };
}

function chineseLetter(facts: LetterFacts): Mail {
  const until = facts.deadline.toLocaleString('zh-CN', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: facts.timeZone,
  });
  const privacy: Record<AnonymityPolicy, string> = {
    anonymous: `本次作答为匿名：答案不与姓名、邮箱或链接一同保存，组织者看不到您是否已作答，少于 ${facts.minimumGroupSize} 人的群体不显示任何结果。`,
    confidential: `本次作答保密：我们只知道您是否已作答，看不到作答内容；少于 ${facts.minimumGroupSize} 人的群体不显示任何结果。`,
    named: '本次作答为实名。',
  };
  const opening =
    facts.kind === 'invitation'
      ? `${facts.organizationName}诚邀您参与评估。`
      : '我们尚未收到您的答卷，期待听到您的看法。';
  const way = facts.link
    ? `请点击以下链接作答，手机或电脑均可，无需注册账号：\n${facts.link}`
    : '您已开始作答。请使用先前邮件中的链接继续，已填写的内容会自动恢复；如已找不到该邮件，请联系我们获取新链接。';
  return {
    to: facts.to,
    subject: facts.kind === 'invitation' ? `邀请您参与：${facts.assessmentName}` : `提醒：${facts.assessmentName}`,
    text: [
      `${facts.name ? `${facts.name}，` : ''}您好！`,
      opening,
      facts.purpose,
      way,
      `截止时间：${until}（${facts.timeZone}）。`,
      privacy[facts.anonymity],
    ].join('\n\n'),
  };
}
