import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AtlasChoicesReadModel } from './atlas-choices.read-model.js';
import { PlacementInput } from './journey.input.js';
import { JourneyMapType, TouchpointChoiceConnection, TouchpointChoiceType } from './journey.type.js';
import { TouchpointInput } from '../touchpoints/index.js';
import { PlacementService } from './placement.service.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const textType = { type: () => String, nullable: true };

/** Touchpoints in the stages of a map. */
@Resolver()
export class PlacementsResolver {
  constructor(
    private readonly service: PlacementService,
    private readonly choices: AtlasChoicesReadModel,
  ) {}

  @Query(() => TouchpointChoiceConnection, { description: 'Touchpoints of the library that a stage can be given.' })
  @Allow('read', 'Touchpoint')
  touchpointChoices(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
  ): Promise<Connection<TouchpointChoiceType>> {
    const filter = { first: first ?? 25, after: after ?? null, search: search ?? null };
    return this.choices.list(member, 'touchpoint', filter);
  }

  @Mutation(() => JourneyMapType)
  @Allow('update', 'Journey')
  placeTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('stageId', idType) stageId: string,
    @Args('touchpointId', idType) touchpointId: string,
    @Args('position', { type: () => Int, nullable: true }) position: number | null,
    @Args('input', { type: () => PlacementInput, nullable: true }) input: PlacementInput | null,
  ): Promise<JourneyMapType> {
    return this.service.place(member, stageId, touchpointId, position ?? null, input ?? {});
  }

  @Query(() => [TouchpointChoiceType], {
    description: 'Of the library, what a new name may mean already; nearest first.',
  })
  @Allow('read', 'Touchpoint')
  nearTouchpoints(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
  ): Promise<TouchpointChoiceType[]> {
    return this.choices.near(member, name);
  }

  @Mutation(() => JourneyMapType, { description: 'A new touchpoint, into the library and into the stage at once.' })
  @Allow('create', 'Touchpoint')
  placeNewTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('stageId', idType) stageId: string,
    @Args('input') input: TouchpointInput,
    @Args('teamId', { type: () => ID, nullable: true, description: 'Accountable from today on.' })
    teamId: string | null,
  ): Promise<JourneyMapType> {
    return this.service.placeNew(member, stageId, input, teamId ?? null);
  }

  @Mutation(() => JourneyMapType, { description: 'Says all of it anew, and thereby that it holds today.' })
  @Allow('update', 'Journey')
  updatePlacement(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: PlacementInput,
  ): Promise<JourneyMapType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => JourneyMapType, { description: 'Within its stage or into another stage of the same journey.' })
  @Allow('update', 'Journey')
  movePlacement(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('stageId', idType) stageId: string,
    @Args('position', { type: () => Int }) position: number,
  ): Promise<JourneyMapType> {
    return this.service.move(member, id, version, stageId, position);
  }

  @Mutation(() => JourneyMapType, { description: 'From the stage; the touchpoint stays in the library.' })
  @Allow('update', 'Journey')
  removePlacement(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<JourneyMapType> {
    return this.service.remove(member, id, version);
  }
}
