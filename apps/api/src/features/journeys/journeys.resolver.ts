import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { FutureStateService } from './future-state.service.js';
import { JourneyStateEnum } from './journey.enums.js';
import { JourneyInput } from './journey.input.js';
import { JourneyService } from './journey.service.js';
import { JourneyConnection, JourneyMapType, JourneyType } from './journey.type.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { JourneysReadModel } from './journeys.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const textType = { type: () => String, nullable: true };

@Resolver()
export class JourneysResolver {
  constructor(
    private readonly read: JourneysReadModel,
    private readonly maps: JourneyMapReadModel,
    private readonly service: JourneyService,
    private readonly futures: FutureStateService,
  ) {}

  @Query(() => JourneyConnection, { description: 'The atlas, in the order of its tree.' })
  @Allow('read', 'Journey')
  journeys(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
    @Args('state', { type: () => JourneyStateEnum, nullable: true }) state: JourneyStateEnum | null,
    @Args('includeArchived', { type: () => Boolean, nullable: true, defaultValue: false })
    includeArchived: boolean | null,
  ): Promise<Connection<JourneyType>> {
    const filter = { after: after ?? null, search: search ?? null, state: state ?? null };
    return this.read.list(member, { first: first ?? 25, ...filter, includeArchived: includeArchived ?? false });
  }

  @Query(() => JourneyMapType, { description: 'A map with everything that stands in it.' })
  @Allow('read', 'Journey')
  journeyMap(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<JourneyMapType> {
    return this.maps.map(member, id);
  }

  @Mutation(() => JourneyType)
  @Allow('create', 'Journey')
  createJourney(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: JourneyInput,
    @Args('template', { ...textType, description: 'Id of a template; without one the journey begins empty.' })
    template: string | null,
    @Args('locale', { ...textType, description: 'The language in which the template names its stages.' })
    locale: string | null,
  ): Promise<JourneyType> {
    return this.service.create(member, input, template ?? null, locale ?? 'en');
  }

  @Mutation(() => JourneyType)
  @Allow('update', 'Journey')
  updateJourney(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: JourneyInput,
  ): Promise<JourneyType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => JourneyType)
  @Allow('archive', 'Journey')
  archiveJourney(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<JourneyType> {
    return this.service.archive(member, id, version);
  }

  @Mutation(() => JourneyType)
  @Allow('archive', 'Journey')
  restoreJourney(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<JourneyType> {
    return this.service.restore(member, id, version);
  }

  @Mutation(() => JourneyMapType, { description: 'Copies the current state of a journey into its future state.' })
  @Allow('create', 'Journey')
  beginFutureState(
    @CurrentMember() member: MemberPrincipal,
    @Args('journeyId', idType) journeyId: string,
  ): Promise<JourneyMapType> {
    return this.futures.begin(member, journeyId);
  }
}
