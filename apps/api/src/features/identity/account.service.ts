import { Injectable } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RateLimit, RateLimits } from '../../platform/http/rate-limits.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { endAllSessions } from './end-access.js';
import { checkedLocale } from './locale.js';
import { checkedName } from './named.js';
import { checkPassword, hashPassword, passwordMatches } from './password.js';

/** Somebody at an unlocked screen has the session, not the password; nor time to guess it. */
const WRONG_PASSWORDS: RateLimit = { name: 'change-password', points: 8, perSeconds: 900 };

/** What a person changes about themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: RateLimits,
  ) {}

  async updateProfile(member: MemberPrincipal, input: { name: string; locale: string }): Promise<void> {
    const name = checkedName(input.name);
    const locale = checkedLocale(input.locale);
    await this.unitOfWork.write(member, async (transaction) => {
      await transaction.query('UPDATE account SET name = $2, locale = $3 WHERE id = $1', [
        member.accountId,
        name,
        locale,
      ]);
      // The name is personal: that it was looked after is on record, what it is stands in one place only.
      transaction.audit({
        act: 'profile.updated',
        objectKind: 'User',
        objectId: member.accountId,
        changes: { locale: { before: member.locale, after: locale } },
      });
    });
  }

  /** Whoever else is signed in under this account is so no longer. */
  async changePassword(member: MemberPrincipal, current: string, next: string): Promise<void> {
    await this.limits.check(WRONG_PASSWORDS, member.accountId);
    await this.demandCurrent(member, current);
    checkPassword(next, 'newPassword');
    const passwordHash = await hashPassword(next);
    await this.unitOfWork.write(member, async (transaction) => {
      await transaction.query('UPDATE account SET password_hash = $2 WHERE id = $1', [member.accountId, passwordHash]);
      await endAllSessions(transaction, member.accountId, member.sessionHash);
      transaction.audit({ act: 'password.changed', objectKind: 'User', objectId: member.accountId });
    });
  }

  private async demandCurrent(member: MemberPrincipal, password: string): Promise<void> {
    const [account] = await this.unitOfWork.read(member, ({ query }) =>
      query<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [member.accountId]),
    );
    if (account && (await passwordMatches(account.password_hash, password))) return;
    await this.limits.count(WRONG_PASSWORDS, member.accountId);
    throw ValidationError.of('currentPassword', 'wrong_password', 'This is not the current password.');
  }
}
