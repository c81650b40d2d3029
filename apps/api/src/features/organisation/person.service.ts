import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, type Role, RuleError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { endSessions, revokeTokens, RoleEnum } from '../identity/index.js';
import { demandAnotherAdministrator } from './last-administrator.js';
import { MembershipEntity } from './membership.entity.js';
import { PeopleReadModel } from './people.read-model.js';
import type { PersonType } from './person.type.js';
import { assignTeams, checkedAssignment, type TeamAssignment } from './team-assignment.js';

export interface PersonInput extends TeamAssignment {
  readonly role: Role;
}

/** What becomes of the people in an organisation. */
@Injectable()
export class PersonService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleReadModel,
  ) {}

  update(principal: Principal, id: string, version: number, input: PersonInput): Promise<PersonType> {
    const { role } = input;
    const wanted = checkedAssignment(input);
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.current(transaction, id, version);
      if (isAdministrator(before) && role !== 'administrator') await demandAnotherAdministrator(transaction, id);
      await this.set(transaction, before, { role });
      const teams = await assignTeams(transaction, id, wanted);
      transaction.audit({
        act: 'membership.updated',
        objectKind: 'Membership',
        objectId: id,
        changes: changedFields<PersonInput>({ role: before.role, ...teams }, { role, ...wanted }),
      });
      return this.people.oneIn(transaction, id);
    });
  }

  /** From this moment on the person is nobody here: signed out everywhere, tokens void, out of every team. */
  end(principal: Principal, id: string, version: number): Promise<PersonType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.current(transaction, id, version);
      if (isAdministrator(before)) await demandAnotherAdministrator(transaction, id);
      await this.set(transaction, before, { validTo: () => 'now()', inviteHash: null, inviteExpiresAt: null });
      await assignTeams(transaction, id, { teamIds: [], leadOfTeamIds: [] });
      if (before.accountId) await endSessions(transaction, before.accountId);
      await revokeTokens(transaction, id);
      transaction.audit({ act: 'membership.ended', objectKind: 'Membership', objectId: id });
      return this.people.oneIn(transaction, id);
    });
  }

  private async current(transaction: Transaction, id: string, version: number): Promise<MembershipEntity> {
    const { organizationId, manager } = transaction;
    const before = await manager.getRepository(MembershipEntity).findOneBy({ organizationId, id: rowId(id, 'Person') });
    if (!before) throw new NotFoundError('Person');
    if (before.version !== version) throw await this.lostRace(transaction, id);
    if (before.validTo) throw new RuleError('MEMBERSHIP_ENDED', 'The membership has ended.');
    return before;
  }

  private async set(
    transaction: Transaction,
    { id, version }: MembershipEntity,
    changes: Parameters<typeof compareAndSet<MembershipEntity>>[5],
  ): Promise<void> {
    try {
      await compareAndSet(transaction, MembershipEntity, 'Person', id, version, changes);
    } catch (error) {
      // The row itself holds more than an error may show.
      throw error instanceof ConflictError ? await this.lostRace(transaction, id) : error;
    }
  }

  /** The state that won, in the form that a form is filled from. */
  private async lostRace(transaction: Transaction, id: string): Promise<ConflictError> {
    const person = await this.people.oneIn(transaction, id);
    return new ConflictError('Person', {
      ...person,
      role: graphqlName(RoleEnum, person.role),
      teamIds: person.teams.map((team) => team.id),
      leadOfTeamIds: person.teams.filter((team) => team.lead).map((team) => team.id),
    });
  }
}

const isAdministrator = (membership: MembershipEntity): boolean =>
  membership.role === 'administrator' && membership.accountId !== null;
