import { Inject, Injectable } from '@nestjs/common';
import { type Role, RuleError } from '@touchstone/domain';
import type { Logger } from 'pino';
import { issueSecret } from '../../platform/auth/organization-secret.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { LOGGER } from '../../platform/logging/logger.js';
import { type Mail, Mailer } from '../../platform/mail/mailer.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedEmail, checkedName } from '../identity/index.js';
import { MembershipEntity } from './membership.entity.js';
import { PeopleReadModel } from './people.read-model.js';
import { type PersonInvitationFacts, personInvitationLetter } from './person-invitation.letter.js';
import type { PersonInvitationType, PersonType } from './person.type.js';
import { assignTeams, checkedAssignment, type TeamAssignment } from './team-assignment.js';

export interface Invitee extends TeamAssignment {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

type Issued = Omit<PersonInvitationType, 'mailed'> & { letter: Mail };

const VALID_DAYS = 14;
/** The link is on the screen by then; nobody should wait for a mail server that does not answer. */
const MAIL_PATIENCE_MS = 10_000;

/** Asks people into the organisation, by a link that is shown once and mailed. */
@Injectable()
export class PersonInvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleReadModel,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async invite(principal: Principal, invitee: Invitee): Promise<PersonInvitationType> {
    const { role } = invitee;
    const email = checkedEmail(invitee.email);
    const name = checkedName(invitee.name);
    const teams = checkedAssignment(invitee);
    const issued = await this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const id = newId();
      await unlessTaken(
        'membership_email_once',
        () => new RuleError('ALREADY_MEMBER', 'Somebody with this address is a member or invited already.'),
        () => manager.getRepository(MembershipEntity).insert({ organizationId, id, email, name, role }),
      );
      await assignTeams(transaction, id, teams);
      const changes = { role, ...teams };
      transaction.audit({ act: 'membership.invited', objectKind: 'Membership', objectId: id, changes });
      return this.issue(transaction, id);
    });
    return this.mail(issued);
  }

  /** A new link for somebody who has not come yet; the one before opens nothing any more. */
  async renew(principal: Principal, id: string): Promise<PersonInvitationType> {
    const issued = await this.unitOfWork.write(principal, async (transaction) => {
      const person = await this.people.oneIn(transaction, rowId(id, 'Person'));
      if (person.state !== 'invited') throw notInvited();
      transaction.audit({ act: 'membership.invitation_renewed', objectKind: 'Membership', objectId: id });
      return this.issue(transaction, id);
    });
    return this.mail(issued);
  }

  private async issue(transaction: Transaction, id: string): Promise<Issued> {
    const { token, hash } = issueSecret(transaction.organizationId);
    const [open] = await transaction.query<{ expiresAt: Date }>(
      `UPDATE membership SET invite_hash = $3, invited_at = now(), invite_expires_at = now() + make_interval(days => $4)
       WHERE organization_id = $1 AND id = $2 AND account_id IS NULL AND valid_to IS NULL
       RETURNING invite_expires_at AS "expiresAt"`,
      [transaction.organizationId, id, hash, VALID_DAYS],
    );
    if (!open) throw notInvited();
    const person = await this.people.oneIn(transaction, id);
    const link = `${this.config.publicUrl}/invitation#${token}`;
    const facts = await factsFor(transaction, person);
    return { person, link, expiresAt: open.expiresAt, letter: personInvitationLetter({ ...facts, ...open, link }) };
  }

  /** Once the link is good. A letter that does not leave is no failure of the invitation: the link can be handed over. */
  private async mail({ letter, ...invitation }: Issued): Promise<PersonInvitationType> {
    const mailed = await Promise.race([
      this.mailer.send(letter).then(
        () => true,
        (error: unknown) => {
          this.logger.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'an invitation was not mailed');
          return false;
        },
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, MAIL_PATIENCE_MS, false).unref()),
    ]);
    return { ...invitation, mailed };
  }
}

type Facts = Omit<PersonInvitationFacts, 'link' | 'expiresAt'>;

/** In the language of the person's account, or the first of the organisation. */
async function factsFor({ query, organizationId }: Transaction, { email, name }: PersonType): Promise<Facts> {
  const [row] = await query<Pick<Facts, 'organizationName' | 'timeZone' | 'locale'>>(
    `SELECT o.name AS "organizationName", o.time_zone AS "timeZone",
       coalesce((SELECT a.locale FROM account a WHERE a.email = $2), o.locales[1], 'en') AS locale
     FROM organization o WHERE o.id = $1`,
    [organizationId, email],
  );
  if (!row) throw new Error('The organisation of a principal has vanished.');
  return { to: email, name, ...row };
}

const notInvited = (): RuleError => new RuleError('NOT_INVITED', 'Only an open invitation can be renewed.');
