import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { sendPasswordResetJob } from './password-reset.definition.js';
import { passwordResetLetter } from './password-reset.letter.js';
import { newSecret, secretHash } from './session.service.js';

const VALID_MINUTES = 60;

/** Makes the link and hands the letter over in one go; if it cannot leave, the link was never made. */
@Injectable()
export class PasswordResetHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(sendPasswordResetJob, (run) => this.run(run));
  }

  private run({ jobId, payload, once }: JobRun<{ accountId: string }>): Promise<{ sent: boolean }> {
    return once(jobId, async ({ query }) => {
      const [account] = await query<{ email: string; name: string; locale: string }>(
        'SELECT email, name, locale FROM account WHERE id = $1',
        [payload.accountId],
      );
      if (!account) return { sent: false };
      const token = newSecret();
      await query(
        `INSERT INTO password_reset (token_hash, account_id, expires_at)
         VALUES ($1, $2, now() + make_interval(mins => $3))`,
        [secretHash(token), payload.accountId, VALID_MINUTES],
      );
      const { email: to, name, locale } = account;
      const link = `${this.config.publicUrl}/reset#${token}`;
      await this.mailer.send(passwordResetLetter({ to, name, locale, link, minutes: VALID_MINUTES }));
      return { sent: true };
    });
  }
}
