import { Inject, Injectable } from '@nestjs/common';
import { type Role, RuleError } from '@touchstone/domain';
import { type IssuedSecret, issueSecret } from '../../platform/auth/organization-secret.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedEmail } from '../identity/index.js';
import { MembershipEntity } from './membership.entity.js';
import { checkedName } from './named.js';
import { PeopleReadModel } from './people.read-model.js';
import type { PersonInvitationType } from './person.type.js';
import { assignTeams, checkedAssignment, type TeamAssignment } from './team-assignment.js';

export interface Invitee extends TeamAssignment {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

const VALID_DAYS = 14;

/** Asks people into the organisation by a link that is shown once. */
@Injectable()
export class PersonInvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  invite(principal: Principal, invitee: Invitee): Promise<PersonInvitationType> {
    const { role } = invitee;
    const email = checkedEmail(invitee.email);
    const name = checkedName(invitee.name);
    const teams = checkedAssignment(invitee);
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const secret = issueSecret(organizationId);
      const id = newId();
      const person = { organizationId, id, email, name, role, inviteHash: secret.hash };
      const invitedAt = new Date();
      const expiresAt = expiryAfter(invitedAt);
      await unlessTaken(
        'membership_email_once',
        () => new RuleError('ALREADY_MEMBER', 'Somebody with this address is a member or invited already.'),
        () => manager.getRepository(MembershipEntity).insert({ ...person, invitedAt, inviteExpiresAt: expiresAt }),
      );
      await assignTeams(transaction, id, teams);
      const changes = { role, ...teams };
      transaction.audit({ act: 'membership.invited', objectKind: 'Membership', objectId: id, changes });
      return { person: await this.people.oneIn(transaction, id), ...this.shown(secret), expiresAt };
    });
  }

  /** A new link for somebody who has not come yet; the one before opens nothing any more. */
  renew(principal: Principal, id: string): Promise<PersonInvitationType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, query } = transaction;
      const secret = issueSecret(organizationId);
      const expiresAt = expiryAfter(new Date());
      const [renewed] = await query<{ id: string }>(
        `WITH renewed AS (
           UPDATE membership SET invite_hash = $3, invited_at = now(), invite_expires_at = $4
           WHERE organization_id = $1 AND id = $2 AND account_id IS NULL AND valid_to IS NULL RETURNING id
         ) SELECT id FROM renewed`,
        [organizationId, rowId(id, 'Person'), secret.hash, expiresAt],
      );
      const person = await this.people.oneIn(transaction, id);
      if (!renewed) throw new RuleError('NOT_INVITED', 'Only an open invitation can be renewed.');
      transaction.audit({ act: 'membership.invitation_renewed', objectKind: 'Membership', objectId: id });
      return { person, ...this.shown(secret), expiresAt };
    });
  }

  private shown({ token }: IssuedSecret): Pick<PersonInvitationType, 'link' | 'mailed'> {
    return { link: `${this.config.publicUrl}/invitation#${token}`, mailed: false };
  }
}

const expiryAfter = (invitedAt: Date): Date => new Date(invitedAt.getTime() + VALID_DAYS * 86_400_000);
