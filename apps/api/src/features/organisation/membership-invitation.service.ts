import { Injectable } from '@nestjs/common';
import { DomainError } from '@touchstone/domain';
import { type ParsedSecret, parseSecret } from '../../platform/auth/organization-secret.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import {
  AccountEntity,
  checkPassword,
  hashPassword,
  type OpenedSession,
  SignInService,
  checkedName,
} from '../identity/index.js';
import type { MembershipInvitationPreviewType } from './person.type.js';
import { systemOf } from './provisioning.service.js';

export interface Acceptance {
  readonly name: string;
  readonly password: string;
  /** The language of a new account. */
  readonly locale: string;
  /** Where the request came from, for slowing down guesses. */
  readonly address: string;
}

interface OpenInvitation extends MembershipInvitationPreviewType {
  membershipId: string;
  expired: boolean;
}

/** What the person who holds an invitation sees and does. Nobody is signed in yet; the link alone opens this. */
@Injectable()
export class MembershipInvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: SignInService,
  ) {}

  /** Null for a link that is unknown, used, replaced or too old. */
  async preview(token: string): Promise<MembershipInvitationPreviewType | null> {
    const secret = parseSecret(token);
    const invitation = secret && (await this.find(secret));
    return invitation && !invitation.expired ? invitation : null;
  }

  /** Joins the organisation: under the account of the address, with its password, or under a new one. */
  async accept(token: string, acceptance: Acceptance): Promise<OpenedSession> {
    const secret = parseSecret(token);
    const invitation = secret && (await this.find(secret));
    if (!secret || !invitation) throw invalidLink();
    if (invitation.expired) throw new DomainError('LINK_EXPIRED', 'The invitation has expired.');
    const accountId = invitation.hasAccount
      ? await this.signIns.authenticate(invitation.email, acceptance.password, acceptance.address)
      : newId();
    const account = invitation.hasAccount ? null : await newAccount(accountId, invitation.email, acceptance);
    const principal: MemberPrincipal = {
      kind: 'member',
      organizationId: secret.organizationId,
      accountId,
      membershipId: invitation.membershipId,
      role: invitation.role,
      teamIds: [],
      locale: acceptance.locale,
    };
    await this.unitOfWork.write(principal, async (transaction) => {
      if (account) {
        await unlessTaken('account_email_once', invalidLink, () =>
          transaction.manager.getRepository(AccountEntity).insert(account),
        );
      }
      await join(transaction, secret, accountId);
      transaction.audit({ act: 'membership.accepted', objectKind: 'Membership', objectId: invitation.membershipId });
    });
    return this.signIns.openFor(accountId, secret.organizationId);
  }

  private find({ organizationId, hash }: ParsedSecret): Promise<OpenInvitation | null> {
    return this.unitOfWork.read(systemOf(organizationId, 'invitation'), async ({ query }) => {
      const [row] = await query<OpenInvitation>(
        `SELECT m.id AS "membershipId", o.name AS "organizationName", m.email, m.role, m.invite_expires_at AS "expiresAt",
           m.invite_expires_at <= now() AS expired, EXISTS (SELECT FROM account a WHERE a.email = m.email) AS "hasAccount"
         FROM membership m JOIN organization o ON o.id = m.organization_id
         WHERE m.organization_id = $1 AND m.invite_hash = $2 AND m.account_id IS NULL AND m.valid_to IS NULL`,
        [organizationId, hash],
      );
      return row ?? null;
    });
  }
}

async function newAccount(id: string, email: string, { name, password, locale }: Acceptance) {
  const checked = checkedName(name);
  checkPassword(password, 'password');
  return { id, email, name: checked, passwordHash: await hashPassword(password), locale };
}

/** Only once: of two that hold the same link, the second finds it used. */
async function join({ query }: Transaction, secret: ParsedSecret, accountId: string): Promise<void> {
  const [joined] = await query(
    `UPDATE membership SET account_id = $3, invite_hash = NULL, invite_expires_at = NULL, valid_from = now(),
       version = version + 1
     WHERE organization_id = $1 AND invite_hash = $2 AND account_id IS NULL AND valid_to IS NULL
       AND invite_expires_at > now()
     RETURNING id`,
    [secret.organizationId, secret.hash, accountId],
  );
  if (!joined) throw invalidLink();
}

const invalidLink = (): DomainError => new DomainError('TOKEN_INVALID', 'The invitation is not valid any more.');
