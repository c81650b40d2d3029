import { createHash } from 'node:crypto';
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
/** An address that nobody has locks as an account does: otherwise eight wrong passwords would tell which are known. */
const UNKNOWN_ACCOUNT = {
  name: 'sign-in-unknown',
  points: ATTEMPTS_BEFORE_LOCK - 1,
  perSeconds: 30 * 86_400,
  lockSeconds: LOCK_MINUTES * 60,
} satisfies RateLimit;

export interface OpenedSession {
  readonly cookie: string;
  readonly principal: MemberPrincipal;
}

interface AccountRow {
  id: string;
  password_hash: string;
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

  /**
   * The account that e-mail and password stand for. Every attempt is counted before the password is looked at and taken
   * back when it was right: of a hundred guesses at once no more are looked at than of a hundred in a row.
   */
  async authenticate(email: string, password: string, address: string): Promise<string> {
    await this.limits.count(FAILURES_PER_ADDRESS, address);
    const normalised = normalisedEmail(email);
    const account = await this.claimAttempt(normalised);
    const minutes = account ? 0 : await this.minutesLocked(normalised);
    const matches = await passwordMatches(account?.password_hash ?? (await NOBODYS_PASSWORD), password);
    if (minutes > 0) throw new DomainError('ACCOUNT_LOCKED', 'This account is locked.', { minutes });
    if (!account || !matches) throw new DomainError('INVALID_CREDENTIALS', 'E-mail or password is not right.');
    await this.limits.takeBack(FAILURES_PER_ADDRESS, address);
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

  /** The account of the address, with this attempt counted as a failure; nothing for unknown and locked ones. */
  private async claimAttempt(email: string): Promise<AccountRow | undefined> {
    const [accounts] = await this.database.query<[AccountRow[], number]>(
      `UPDATE account SET
         failed_attempts = CASE WHEN failed_attempts + 1 >= $2 THEN 0 ELSE failed_attempts + 1 END,
         locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN now() + make_interval(mins => $3) END
       WHERE email = $1 AND (locked_until IS NULL OR locked_until <= now())
       RETURNING id, password_hash`,
      [email, ATTEMPTS_BEFORE_LOCK, LOCK_MINUTES],
    );
    return accounts[0];
  }

  /** How long the account is still locked, or would be if there were one. */
  private async minutesLocked(email: string): Promise<number> {
    const [account] = await this.database.query<{ locked_until: Date | null }[]>(
      'SELECT locked_until FROM account WHERE email = $1',
      [email],
    );
    if (!account) {
      return this.limits.minutesLocked(UNKNOWN_ACCOUNT, createHash('sha256').update(email).digest('base64url'));
    }
    return Math.max(1, Math.ceil(((account.locked_until?.getTime() ?? 0) - Date.now()) / 60_000));
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
