import type { KeptMail } from './development-mailbox.js';

const TEXTS = {
  en: {
    title: 'Mailbox',
    why: 'No mail server is set (SMTP_URL), so letters are kept here instead of being sent. Newest first.',
    none: 'Nothing yet. Invite somebody, or ask for a new password.',
    to: 'To',
  },
  'zh-CN': {
    title: '测试邮箱',
    why: '尚未配置邮件服务器（SMTP_URL），邮件不会真正发出，而是保存在这里，最新的排在最前。',
    none: '暂无邮件。可以试着邀请一位成员，或申请重设密码。',
    to: '收件人',
  },
} as const;

/** The kept letters as one page without scripts; whatever a letter holds is shown as text, addresses as links. */
export function mailboxPage(mails: readonly KeptMail[], locale: keyof typeof TEXTS): string {
  const texts = TEXTS[locale];
  const letters = mails.map(
    ({ to, subject, text, sentAt }) => `
    <article>
      <h2>${escape(subject)}</h2>
      <p>${texts.to}: <strong>${escape(to)}</strong> · <time datetime="${escape(sentAt)}">${localTime(sentAt, locale)}</time></p>
      <div class="text">${withLinks(text)}</div>
    </article>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${texts.title} – Touchstone</title>
  <style>
    :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif }
    body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
    article { border: 1px solid #8888; border-radius: 8px; padding: 0 1rem 1rem; margin: 1rem 0 }
    h2 { font-size: 1.1rem }
    .text { white-space: pre-wrap; overflow-wrap: anywhere }
  </style>
</head>
<body><main>
  <h1>${texts.title}</h1>
  <p>${texts.why}</p>
  ${letters.join('') || `<p>${texts.none}</p>`}
</main></body></html>`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** Looks for addresses before escaping, so that what ends an address is the letter's own character and not ours. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => (index % 2 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');
}

const localTime = (instant: string, locale: string): string =>
  escape(new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' }));
