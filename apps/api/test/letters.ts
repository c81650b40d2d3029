import { DevelopmentMailbox, type KeptMail } from '../src/platform/mail/development-mailbox.js';
import { Mailer } from '../src/platform/mail/mailer.js';
import { eventually } from './eventually.js';
import type { TestApplication } from './test-application.js';

/** The letters to one address so far, newest first. */
export async function lettersTo({ app }: TestApplication, email: string): Promise<KeptMail[]> {
  const mailer = app.get(Mailer);
  if (!(mailer instanceof DevelopmentMailbox)) throw new Error('This test sends real mail.');
  return (await mailer.list()).filter(({ to }) => to === email);
}

/** The newest letter to an address, once there are as many as given: jobs take their time. */
export async function letterTo(application: TestApplication, email: string, count = 1): Promise<KeptMail> {
  const letters = await eventually(
    () => lettersTo(application, email),
    ({ length }) => length >= count,
  );
  return letters[0] as KeptMail;
}

/** The secret behind the # of the link in a letter. */
export function tokenInLetter({ text }: KeptMail): string {
  const token = /https?:\/\/\S+#(\S+)/.exec(text)?.[1];
  if (!token) throw new Error('The letter holds no link.');
  return token;
}
