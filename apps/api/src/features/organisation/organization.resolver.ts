import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { OrganizationType } from '../identity/index.js';
import { OrganizationService } from './organization.service.js';

@Resolver()
export class OrganizationResolver {
  constructor(private readonly organizations: OrganizationService) {}

  @Query(() => OrganizationType)
  @Allow('read', 'Organization')
  organization(@CurrentMember() member: MemberPrincipal): Promise<OrganizationType> {
    return this.organizations.read(member);
  }

  @Mutation(() => OrganizationType)
  @Allow('update', 'Organization')
  updateOrganization(
    @CurrentMember() member: MemberPrincipal,
    @Args('version', { type: () => Int }) version: number,
    @Args('name') name: string,
    @Args('timeZone') timeZone: string,
    @Args('weekStart', { type: () => Int }) weekStart: number,
    @Args('locales', { type: () => [String] }) locales: string[],
    @Args('minimumGroupSize', { type: () => Int }) minimumGroupSize: number,
  ): Promise<OrganizationType> {
    return this.organizations.update(member, version, { name, timeZone, weekStart, locales, minimumGroupSize });
  }
}
