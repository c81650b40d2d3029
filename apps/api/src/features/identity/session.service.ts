import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Role } from '@touchstone/domain';
import type { DataSource } from 'typeorm';
import { Authentication } from '../../platform/auth/authentication.js';
import { APP_DATABASE } from '../../platform/database/database.tokens.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';

export const SESSION_HOURS = 12;

export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the functions give that turn a credential into a member. */
export interface PrincipalRow {
  organization_id: string;
  account_id: string;
  membership_id: string;
  role: Role;
  locale: string;
  team_ids: string[];
}

/** Sessions: a random cookie whose hash is stored. One statement turns a cookie into the member it stands for. */
@Injectable()
export class SessionService implements OnModuleInit {
  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.authentication.register('cookie', (cookie) => this.resolve(cookie));
  }

  async open(accountId: string, organizationId: string): Promise<string> {
    const secret = newSecret();
    await this.database.query(
      `INSERT INTO session (token_hash, account_id, organization_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(hours => $4))`,
      [secretHash(secret), accountId, organizationId, SESSION_HOURS],
    );
    return secret;
  }

  async resolve(cookie: string): Promise<MemberPrincipal | null> {
    const sessionHash = secretHash(cookie);
    const [row] = await this.database.query<PrincipalRow[]>('SELECT * FROM principal_of_session($1)', [sessionHash]);
    return row ? { ...memberOf(row), sessionHash } : null;
  }
}

export const memberOf = (row: PrincipalRow): MemberPrincipal => ({
  kind: 'member',
  organizationId: row.organization_id,
  accountId: row.account_id,
  membershipId: row.membership_id,
  role: row.role,
  teamIds: row.team_ids,
  locale: row.locale,
});
