import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { TeamService } from './team.service.js';
import { TeamConnection, TeamKindEnum, TeamType } from './team.type.js';
import { TeamsReadModel } from './teams.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const unitType = { type: () => ID, nullable: true };

@Resolver()
export class TeamsResolver {
  constructor(
    private readonly read: TeamsReadModel,
    private readonly service: TeamService,
  ) {}

  @Query(() => TeamConnection)
  @Allow('read', 'Team')
  teams(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('businessUnitId', unitType) businessUnitId: string | null,
    @Args('includeArchived', { type: () => Boolean, nullable: true, defaultValue: false })
    includeArchived: boolean | null,
  ): Promise<Connection<TeamType>> {
    return this.read.list(member, {
      first: first ?? 25,
      after,
      search,
      businessUnitId,
      includeArchived: includeArchived ?? false,
    });
  }

  @Mutation(() => TeamType)
  @Allow('create', 'Team')
  createTeam(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('kind', { type: () => TeamKindEnum }) kind: TeamKindEnum,
    @Args('businessUnitId', unitType) businessUnitId: string | null,
  ): Promise<TeamType> {
    return this.service.create(member, { name, kind, businessUnitId: businessUnitId ?? null });
  }

  @Mutation(() => TeamType)
  @Allow('update', 'Team')
  updateTeam(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('name') name: string,
    @Args('kind', { type: () => TeamKindEnum }) kind: TeamKindEnum,
    @Args('businessUnitId', unitType) businessUnitId: string | null,
  ): Promise<TeamType> {
    return this.service.update(member, id, version, { name, kind, businessUnitId: businessUnitId ?? null });
  }

  @Mutation(() => TeamType, { description: 'Ends the membership of everybody in it.' })
  @Allow('archive', 'Team')
  archiveTeam(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<TeamType> {
    return this.service.archive(member, id, version);
  }
}
