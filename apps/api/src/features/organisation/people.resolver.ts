import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { RoleEnum } from '../identity/index.js';
import { PeopleReadModel } from './people.read-model.js';
import { PersonInvitationService } from './person-invitation.service.js';
import { PersonService } from './person.service.js';
import { MembershipStateEnum, PersonConnection, PersonInvitationType, PersonType } from './person.type.js';

const idType = { type: () => ID };
const idsType = { type: () => [ID] };
const roleType = { type: () => RoleEnum };

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly read: PeopleReadModel,
    private readonly service: PersonService,
    private readonly invitations: PersonInvitationService,
  ) {}

  @Query(() => PersonConnection)
  @Allow('read', 'Person')
  people(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('role', { type: () => RoleEnum, nullable: true }) role: RoleEnum | null,
    @Args('state', { type: () => MembershipStateEnum, nullable: true }) state: MembershipStateEnum | null,
  ): Promise<Connection<PersonType>> {
    return this.read.list(member, { first: first ?? 25, after, search, role, state });
  }

  @Mutation(() => PersonInvitationType)
  @Allow('create', 'Person')
  invitePerson(
    @CurrentMember() member: MemberPrincipal,
    @Args('email') email: string,
    @Args('name') name: string,
    @Args('role', roleType) role: RoleEnum,
    @Args('teamIds', idsType) teamIds: string[],
    @Args('leadOfTeamIds', idsType) leadOfTeamIds: string[],
  ): Promise<PersonInvitationType> {
    return this.invitations.invite(member, { email, name, role, teamIds, leadOfTeamIds });
  }

  @Mutation(() => PersonInvitationType, { description: 'A new link for an open invitation; the old one is void.' })
  @Allow('create', 'Person')
  renewPersonInvitation(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
  ): Promise<PersonInvitationType> {
    return this.invitations.renew(member, id);
  }

  @Mutation(() => PersonType)
  @Allow('update', 'Person')
  updatePerson(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('role', roleType) role: RoleEnum,
    @Args('teamIds', idsType) teamIds: string[],
    @Args('leadOfTeamIds', idsType) leadOfTeamIds: string[],
  ): Promise<PersonType> {
    return this.service.update(member, id, version, { role, teamIds, leadOfTeamIds });
  }

  @Mutation(() => PersonType, { description: 'Ends sessions, access tokens and team memberships at once.' })
  @Allow('archive', 'Person')
  endMembership(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonType> {
    return this.service.end(member, id, version);
  }
}
