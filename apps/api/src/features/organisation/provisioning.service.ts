import { Injectable } from '@nestjs/common';
import { DomainError, type Role, ValidationError } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { AccountEntity, checkPassword, hashPassword } from '../identity/index.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';

export interface NewOrganization {
  readonly name: string;
  readonly timeZone: string;
  readonly weekStart?: number;
  readonly locales?: readonly string[];
  readonly minimumGroupSize?: number;
}

export interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly locale?: string;
}

export interface AddedMember {
  readonly accountId: string;
  readonly membershipId: string;
}

/** Makes organisations and members without an invitation: for the command line, the sample programme and tests. */
@Injectable()
export class ProvisioningService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async createOrganization(input: NewOrganization, actor = 'command line'): Promise<string> {
    if (!Intl.supportedValuesOf('timeZone').includes(input.timeZone) && input.timeZone !== 'UTC') {
      throw ValidationError.of('timeZone', 'unknown_time_zone', 'Use a zone of the IANA database, e.g. Europe/London.');
    }
    const id = newId();
    await this.unitOfWork.work(systemOf(id, actor), async (transaction) => {
      await transaction.manager.getRepository(OrganizationEntity).insert({
        id,
        name: input.name.trim(),
        timeZone: input.timeZone,
        weekStart: input.weekStart ?? 1,
        locales: [...(input.locales ?? ['en', 'zh-CN'])],
        minimumGroupSize: input.minimumGroupSize ?? 5,
        version: 1,
      });
      transaction.audit({ act: 'organization.created', objectKind: 'Organization', objectId: id });
    });
    return id;
  }

  /** Adds a person; an account that exists under the e-mail is used, and keeps its password. */
  async addMember(organizationId: string, input: NewMember, actor = 'command line'): Promise<AddedMember> {
    const email = input.email.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
      throw ValidationError.of('email', 'not_an_email', 'Write an address such as name@example.org.');
    }
    checkPassword(input.password, 'password');
    const passwordHash = await hashPassword(input.password);
    return this.unitOfWork.work(systemOf(organizationId, actor), async (transaction) => {
      const accountId = await this.accountFor(transaction, email, input, passwordHash);
      const memberships = transaction.manager.getRepository(MembershipEntity);
      const [known] = await transaction.query<{ id: string }>(
        'SELECT id FROM membership WHERE organization_id = $1 AND email = $2 AND valid_to IS NULL',
        [organizationId, email],
      );
      if (known) throw new DomainError('ALREADY_MEMBER', `${email} is a member already.`);
      const membershipId = newId();
      await memberships.insert({
        organizationId,
        id: membershipId,
        accountId,
        email,
        name: input.name,
        role: input.role,
      });
      transaction.audit({
        act: 'membership.created',
        objectKind: 'Membership',
        objectId: membershipId,
        changes: { role: input.role },
      });
      return { accountId, membershipId };
    });
  }

  private async accountFor(
    transaction: Transaction,
    email: string,
    input: NewMember,
    passwordHash: string,
  ): Promise<string> {
    const accounts = transaction.manager.getRepository(AccountEntity);
    const known = await accounts.findOneBy({ email });
    if (known) return known.id;
    const id = newId();
    await accounts.insert({ id, email, name: input.name, passwordHash, locale: input.locale ?? 'en' });
    return id;
  }
}

export const systemOf = (organizationId: string, name: string): SystemPrincipal => ({
  kind: 'system',
  organizationId,
  name,
});
