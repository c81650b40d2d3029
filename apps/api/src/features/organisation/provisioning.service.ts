import { Injectable } from '@nestjs/common';
import { DomainError, type Role } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { AccountEntity, checkedEmail, checkPassword, hashPassword, LOCALES } from '../identity/index.js';
import { MembershipEntity } from './membership.entity.js';
import { checkedSettings, type OrganizationSettings } from './organization-settings.js';
import { OrganizationEntity } from './organization.entity.js';

export type NewOrganization = Pick<OrganizationSettings, 'name' | 'timeZone'> & Partial<OrganizationSettings>;

const DEFAULT_SETTINGS = { weekStart: 1, locales: LOCALES, minimumGroupSize: 5 };

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
    const settings = checkedSettings({ ...DEFAULT_SETTINGS, ...input });
    const id = newId();
    await this.unitOfWork.work(systemOf(id, actor), async (transaction) => {
      await transaction.manager.getRepository(OrganizationEntity).insert({
        ...settings,
        id,
        locales: [...settings.locales],
        version: 1,
      });
      transaction.audit({ act: 'organization.created', objectKind: 'Organization', objectId: id });
    });
    return id;
  }

  /** Refuses a person who could not be added, before anything is made that would stand there without them. */
  checkMember({ email, password }: Pick<NewMember, 'email' | 'password'>): void {
    checkedEmail(email);
    checkPassword(password, 'password');
  }

  /** Adds a person; an account that exists under the e-mail is used, and keeps its password. */
  async addMember(organizationId: string, input: NewMember, actor = 'command line'): Promise<AddedMember> {
    const email = checkedEmail(input.email);
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
