import type { Mail } from '../../platform/mail/mailer.js';

export interface PersonInvitationFacts {
  readonly to: string;
  readonly name: string;
  readonly locale: string;
  readonly organizationName: string;
  readonly link: string;
  readonly expiresAt: Date;
  readonly timeZone: string;
}

/** What somebody reads who is asked to join the organisation. */
export function personInvitationLetter(facts: PersonInvitationFacts): Mail {
  const { to, name, organizationName, link, timeZone } = facts;
  const chinese = facts.locale.startsWith('zh');
  const until = facts.expiresAt.toLocaleDateString(chinese ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone });
  if (chinese) {
    return {
      to,
      subject: `邀请您加入${organizationName}的 Touchstone`,
      text: [
        `${name}，您好！`,
        `${organizationName}邀请您在 Touchstone 上共同推进客户体验管理。请打开以下链接接受邀请：\n${link}`,
        `链接有效期至 ${until}，仅可使用一次，请勿转发。`,
      ].join('\n\n'),
    };
  }
  return {
    to,
    subject: `Join ${organizationName} on Touchstone`,
    text: [
      `Hello ${name},`,
      `${organizationName} invites you to work on its customer experience in Touchstone. Accept here:\n${link}`,
      `The link is yours alone: it works once, until ${until}.`,
    ].join('\n\n'),
  };
}
