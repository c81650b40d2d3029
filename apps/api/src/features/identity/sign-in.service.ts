import { Inject, Injectable } from '@nestjs/common';
import { DomainError, NotFoundError, UnauthenticatedError } from '@touchstone/domain';
import type { DataSource } from 'typeorm';
import { APP_DATABASE } from '../../platform/database/database.tokens.js';
import { type RateLimit, RateLimits } from '../../platform/http/rate-limits.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { normalisedEmail } from './email.js';
import { NOBODYS_PASSWORD, passwordMatches } from './password.js';
import { memberOf, type PrincipalRow, SessionService } from './session.service.js';

const ATTEMPTS_BEFORE_LOCK = 8;
const LOCK_MINUTES = 15;
/** Slows guessing from one address; the account's own lock slows guessing from many. */
const FAILURES_PER_ADDRESS: RateLimit = { name: 'sign-in', points: 30, perSeconds: 300 };

export interface OpenedSession {
  readonly cookie: string;
  readonly principal: MemberPrincipal;
}

interface AccountRow {
  id: string;
  password_hash: string;
  locked_until: Date | null;
}

/** Signing in and out. A wrong e-mail and a wrong password look the same and take the same time. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly limits: RateLimits,
  ) {}

  async signIn(email: string, password: string, address: string): Promise<OpenedSession> {
    return this.openFor(await this.authenticate(email, password, address));
  }

  /** The account that e-mail and password stand for; counts failures against address and account. */
  async authenticate(email: string, password: string, address: string): Promise<string> {
    await this.limits.check(FAILURES_PER_ADDRESS, address);
    const [account] = await this.database.query<AccountRow[]>(
      'SELECT id, password_hash, locked_until FROM account WHERE email = $1',
      [normalisedEmail(email)],
    );
    const matches = await passwordMatches(account?.password_hash ?? (await NOBODYS_PASSWORD), password);
    if (account?.locked_until && account.locked_until > new Date()) {
      const minutes = Math.ceil((account.locked_until.getTime() - Date.now()) / 60_000);
      throw new DomainError('ACCOUNT_LOCKED', 'This account is locked.', { minutes });
    }
    if (!account || !matches) {
      await this.limits.count(FAILURES_PER_ADDRESS, address);
      if (account) await this.countFailure(account.id);
      throw new DomainError('INVALID_CREDENTIALS', 'E-mail or password is not right.');
    }
    await this.database.query('UPDATE account SET failed_attempts = 0, locked_until = NULL WHERE id = $1', [
      account.id,
    ]);
    return account.id;
  }

  /** Opens a session in the organisation named, or the one the person joined first. */
  async openFor(accountId: string, organizationId?: string): Promise<OpenedSession> {
    if (organizationId !== undefined) rowId(organizationId, 'Organization');
    const home = await this.homeOf(accountId, organizationId);
    if (!home && organizationId) throw new NotFoundError('Organization');
    if (!home) throw new UnauthenticatedError('This account is not a member of any organisation any more.');
    const cookie = await this.sessions.open(accountId, home.organizationId);
    const principal = await this.sessions.resolve(cookie);
    if (!principal) throw new NotFoundError('Organization');
    await this.unitOfWork.write(principal, async (transaction) => {
      transaction.audit({ act: 'session.opened', objectKind: 'Membership', objectId: principal.membershipId });
    });
    return { cookie, principal };
  }

  /** The same session, from now on in another organisation of the same person. */
  async switchTo(principal: MemberPrincipal, organizationId: string): Promise<OpenedSession> {
    const session = await this.openFor(principal.accountId, organizationId);
    await this.signOut(principal);
    return session;
  }

  async signOut(principal: MemberPrincipal): Promise<void> {
    const { sessionHash, membershipId } = principal;
    if (!sessionHash) return;
    await this.unitOfWork.write(principal, async (transaction) => {
      await transaction.query('DELETE FROM session WHERE token_hash = $1', [sessionHash]);
      transaction.audit({ act: 'session.closed', objectKind: 'Membership', objectId: membershipId });
    });
  }

  private async countFailure(accountId: string): Promise<void> {
    await this.database.query(
      `UPDATE account SET
         failed_attempts = CASE WHEN failed_attempts + 1 >= $2 THEN 0 ELSE failed_attempts + 1 END,
         locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN now() + make_interval(mins => $3) ELSE locked_until END
       WHERE id = $1`,
      [accountId, ATTEMPTS_BEFORE_LOCK, LOCK_MINUTES],
    );
  }

  /** The person in the organisation named, or the one they joined first; null for whoever is in none such. */
  async homeOf(accountId: string, organizationId?: string): Promise<MemberPrincipal | null> {
    const [row] = await this.database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.user_id', $1, true)`, [accountId]);
      return manager.query<PrincipalRow[]>(
        `SELECT m.organization_id, m.account_id, m.id AS membership_id, m.role, a.locale, '{}'::uuid[] AS team_ids
         FROM membership m JOIN account a ON a.id = m.account_id
         WHERE m.account_id = $1 AND m.valid_to IS NULL AND ($2::uuid IS NULL OR m.organization_id = $2)
         ORDER BY m.valid_from, m.id LIMIT 1`,
        [accountId, organizationId ?? null],
      );
    });
    return row ? memberOf(row) : null;
  }
}
