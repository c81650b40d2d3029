import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { PersonaService } from './persona.service.js';
import { PersonaConnection, PersonaInput, PersonaKindEnum, PersonaType } from './persona.type.js';
import { PersonasReadModel } from './personas.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const textType = { type: () => String, nullable: true };

/** Whose journeys there are. */
@Resolver()
export class PersonasResolver {
  constructor(
    private readonly read: PersonasReadModel,
    private readonly service: PersonaService,
  ) {}

  @Query(() => PersonaConnection)
  @Allow('read', 'Journey')
  personas(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
    @Args('kind', { type: () => PersonaKindEnum, nullable: true }) kind: PersonaKindEnum | null,
    @Args('includeArchived', { type: () => Boolean, nullable: true, defaultValue: false })
    includeArchived: boolean | null,
  ): Promise<Connection<PersonaType>> {
    return this.read.list(member, {
      first: first ?? 25,
      after: after ?? null,
      search: search ?? null,
      kind: kind ?? null,
      includeArchived: includeArchived ?? false,
    });
  }

  @Mutation(() => PersonaType)
  @Allow('create', 'Journey')
  createPersona(@CurrentMember() member: MemberPrincipal, @Args('input') input: PersonaInput): Promise<PersonaType> {
    return this.service.create(member, input);
  }

  @Mutation(() => PersonaType)
  @Allow('update', 'Journey')
  updatePersona(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: PersonaInput,
  ): Promise<PersonaType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => PersonaType, { description: 'Its journeys keep it; it is offered for no other.' })
  @Allow('archive', 'Journey')
  archivePersona(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PersonaType> {
    return this.service.archive(member, id, version, true);
  }

  @Mutation(() => PersonaType)
  @Allow('archive', 'Journey')
  restorePersona(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PersonaType> {
    return this.service.archive(member, id, version, false);
  }
}
