import { Injectable } from '@nestjs/common';
import { NotFoundError, type TokenScope, ValidationError } from '@touchstone/domain';
import { issueSecret } from '../../platform/auth/organization-secret.js';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { AccessTokenType, IssuedAccessTokenType } from './access-token.type.js';
import { checkedName } from './named.js';

/** What every token begins with, so that people and secret scanners know one when they see it. */
export const TOKEN_PREFIX = 'tsp_';
const LONGEST_DAYS = 366;

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date;
}

/** Personal access tokens: everybody makes their own; an administrator may revoke anybody's. */
@Injectable()
export class AccessTokenService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One's own, those that are void included. */
  list(member: MemberPrincipal): Promise<AccessTokenType[]> {
    return this.unitOfWork.read(member, ({ query }) =>
      query<AccessTokenType>(
        `SELECT ${TOKEN} FROM access_token t WHERE t.organization_id = $1 AND t.membership_id = $2
         ORDER BY t.created_at DESC, t.id DESC`,
        [member.organizationId, member.membershipId],
      ),
    );
  }

  create(member: MemberPrincipal, input: NewToken): Promise<IssuedAccessTokenType> {
    const name = checkedName(input.name);
    const { expiresAt } = input;
    const scopes = [...new Set(input.scopes)];
    if (scopes.length === 0) throw ValidationError.of('scopes', 'required', 'Choose at least one scope.');
    checkExpiry(expiresAt, new Date());
    return this.unitOfWork.write(member, async (transaction) => {
      const { token, hash } = issueSecret(member.organizationId);
      const id = newId();
      const [accessToken] = await transaction.query<AccessTokenType>(
        `INSERT INTO access_token AS t (organization_id, id, membership_id, name, token_hash, scopes, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${TOKEN}`,
        [member.organizationId, id, member.membershipId, name, hash, scopes, expiresAt],
      );
      const changes = { scopes, expiresAt };
      transaction.audit({ act: 'access_token.created', objectKind: 'AccessToken', objectId: id, changes });
      return { accessToken: accessToken as AccessTokenType, secret: `${TOKEN_PREFIX}${token}` };
    });
  }

  /** To revoke what is void already changes nothing. */
  revoke(member: MemberPrincipal, id: string): Promise<AccessTokenType> {
    const mine = abilityToSql(abilityOf(member), 'archive', 'AccessToken', { membershipId: 't.membership_id' }, 3);
    return this.unitOfWork.write(member, async (transaction) => {
      const parameters = [member.organizationId, rowId(id, 'Access token'), ...mine.parameters];
      const reachable = `t.organization_id = $1 AND t.id = $2 AND ${mine.sql}`;
      const [revoked] = await transaction.query<AccessTokenType>(
        `UPDATE access_token t SET revoked_at = now() WHERE ${reachable} AND t.revoked_at IS NULL RETURNING ${TOKEN}`,
        parameters,
      );
      if (revoked) {
        transaction.audit({ act: 'access_token.revoked', objectKind: 'AccessToken', objectId: id });
        return revoked;
      }
      const [before] = await transaction.query<AccessTokenType>(
        `SELECT ${TOKEN} FROM access_token t WHERE ${reachable}`,
        parameters,
      );
      if (!before) throw new NotFoundError('Access token');
      return before;
    });
  }
}

function checkExpiry(expiresAt: Date, now: Date): void {
  if (expiresAt <= now) throw ValidationError.of('expiresAt', 'in_past', 'Choose a moment to come.');
  if (expiresAt.getTime() > now.getTime() + LONGEST_DAYS * 86_400_000) {
    throw ValidationError.of('expiresAt', 'too_late', 'A token is valid for a year at most.', { days: LONGEST_DAYS });
  }
}

const TOKEN = `t.id, t.name, t.scopes, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
  t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"`;
