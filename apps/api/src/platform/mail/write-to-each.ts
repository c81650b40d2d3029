import { DomainError } from '@touchstone/domain';
import type { JobRun } from '../jobs/job-handlers.js';
import type { Mail, Mailer } from './mailer.js';

export interface Addressee {
  readonly membershipId: string;
  readonly email: string;
}

/** Writes one letter to each, once, however often the job is delivered. */
export async function writeToEach<To extends Addressee>(
  { once, signal }: Pick<JobRun<unknown>, 'once' | 'signal'>,
  mailer: Mailer,
  addressees: readonly To[],
  letter: (to: To) => Mail,
): Promise<{ sent: number; refused: number }> {
  let sent = 0;
  let refused = 0;
  for (const to of addressees) {
    signal.throwIfAborted();
    try {
      await once(to.membershipId, async () => {
        await mailer.send(letter(to));
        return true;
      });
      sent += 1;
    } catch (error) {
      // One address that the mail server does not take must not keep the others waiting.
      if (!(error instanceof DomainError && error.code === 'MAIL_REFUSED')) throw error;
      refused += 1;
    }
  }
  return { sent, refused };
}
