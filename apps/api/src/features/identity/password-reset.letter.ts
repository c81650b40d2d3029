import type { Mail } from '../../platform/mail/mailer.js';

export interface PasswordResetFacts {
  readonly to: string;
  readonly name: string;
  readonly locale: string;
  readonly link: string;
  readonly minutes: number;
}

/** What somebody reads who forgot the password, or of whom somebody else says so. */
export function passwordResetLetter({ to, name, locale, link, minutes }: PasswordResetFacts): Mail {
  if (locale.startsWith('zh')) {
    return {
      to,
      subject: '重置您的 Touchstone 密码',
      text: [
        `${name}，您好！`,
        `我们收到了重置您账号密码的请求。请在 ${minutes} 分钟内打开以下链接设置新密码，链接仅可使用一次：\n${link}`,
        '如非本人操作，请忽略此邮件，您的密码不会改变。',
      ].join('\n\n'),
    };
  }
  return {
    to,
    subject: 'Set a new password for Touchstone',
    text: [
      `Hello ${name},`,
      `somebody, hopefully you, asked to set a new password for this address. The link works once, within ${minutes} minutes:\n${link}`,
      'If it was not you, leave this mail alone: your password stays as it is.',
    ].join('\n\n'),
  };
}
