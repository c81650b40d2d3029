import { Inject, Injectable } from '@nestjs/common';
import { DomainError, RateLimitedError } from '@touchstone/domain';
import type { DataSource } from 'typeorm';
import { APP_DATABASE } from '../../platform/database/database.tokens.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RateLimit, RateLimits } from '../../platform/http/rate-limits.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { normalisedEmail } from './email.js';
import { endAllSessions } from './end-access.js';
import { checkPassword, hashPassword } from './password.js';
import { sendPasswordResetJob } from './password-reset.definition.js';
import { secretHash } from './session.service.js';
import { SignInService } from './sign-in.service.js';

const REQUESTS_PER_ADDRESS: RateLimit = { name: 'reset-request', points: 10, perSeconds: 900 };
const LETTERS_PER_ACCOUNT: RateLimit = { name: 'reset-letter', points: 3, perSeconds: 3600 };
/** Longer than the work for an address that is known, so that the time of the answer does not tell. */
export const ANSWER_AFTER_MS = 400;

/** A way back in for whoever forgot the password. What it answers never says whether an address is known. */
@Injectable()
export class PasswordResetService {
  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly signIns: SignInService,
  ) {}

  async request(email: string, address: string): Promise<void> {
    await this.limits.count(REQUESTS_PER_ADDRESS, address);
    const pause = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    await Promise.all([this.sendTo(normalisedEmail(email)), pause]);
  }

  /** One use; opens a locked account, and whoever was signed in under it has to sign in anew. */
  async reset(token: string, password: string): Promise<void> {
    const tokenHash = secretHash(token);
    const [valid] = await this.database.query<{ account_id: string }[]>(
      'SELECT account_id FROM password_reset WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()',
      [tokenHash],
    );
    const home = valid && (await this.signIns.homeOf(valid.account_id));
    if (!home) throw invalidLink();
    checkPassword(password, 'newPassword');
    const passwordHash = await hashPassword(password);
    await this.unitOfWork.write(home, async (transaction) => {
      const { query } = transaction;
      const [used] = await query(
        `UPDATE password_reset SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL RETURNING account_id`,
        [tokenHash],
      );
      if (!used) throw invalidLink();
      await query('UPDATE password_reset SET used_at = now() WHERE account_id = $1 AND used_at IS NULL', [
        home.accountId,
      ]);
      await query('UPDATE account SET password_hash = $2, failed_attempts = 0, locked_until = NULL WHERE id = $1', [
        home.accountId,
        passwordHash,
      ]);
      await endAllSessions(transaction, home.accountId);
      transaction.audit({ act: 'password.reset', objectKind: 'User', objectId: home.accountId });
    });
  }

  private async sendTo(email: string): Promise<void> {
    const [account] = await this.database.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]);
    const home = account && (await this.signIns.homeOf(account.id));
    if (!home) return;
    try {
      await this.limits.count(LETTERS_PER_ACCOUNT, home.accountId);
    } catch (error) {
      // To say so would say that the address is known.
      if (error instanceof RateLimitedError) return;
      throw error;
    }
    await this.unitOfWork.write(home, (transaction) =>
      enqueue(transaction, sendPasswordResetJob, { accountId: home.accountId }),
    );
  }
}

const invalidLink = (): DomainError => new DomainError('TOKEN_INVALID', 'The link is not valid any more.');
