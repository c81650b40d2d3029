import { Controller, Get, Header } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { AllowAnyone } from '../authz/allow.decorator.js';
import { DevelopmentMailbox, type KeptMail } from './development-mailbox.js';
import { Mailer } from './mailer.js';

/** The development mailbox as a page. With a mail server of one's own, or in production, it does not exist. */
@Controller('dev/mailbox')
export class MailboxController {
  constructor(private readonly mailer: Mailer) {}

  @Get()
  @AllowAnyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async page(): Promise<string> {
    if (!(this.mailer instanceof DevelopmentMailbox)) throw new NotFoundError('Page');
    return mailboxPage(await this.mailer.list());
  }
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const withLinks = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);

function mailboxPage(mails: readonly KeptMail[]): string {
  const letters = mails.map(
    ({ to, subject, text, sentAt }) => `
    <article>
      <h2>${escape(subject)}</h2>
      <p><strong>${escape(to)}</strong> · <time datetime="${sentAt}">${sentAt}</time></p>
      <pre>${withLinks(text)}</pre>
    </article>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox – Touchstone</title>
  <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
    body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
    article { border: 1px solid #8886; border-radius: 8px; padding: 0 1rem; margin: 1rem 0 }
    h2 { font-size: 1.1rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
  </style>
</head>
<body><main>
  <h1>Mailbox</h1>
  <p>No mail server is set (SMTP_URL), so letters are kept here instead of being sent.</p>
  ${letters.join('') || '<p>Nothing yet.</p>'}
</main></body></html>`;
}
