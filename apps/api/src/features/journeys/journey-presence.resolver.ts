import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JourneyPresenceType } from './journey-presence.type.js';
import { LaneEnum } from './journey.enums.js';
import { MapPresence } from './map-presence.js';

/** Being there is listening: who else is at a map is told for as long as one is there oneself. */
@Resolver()
export class JourneyPresenceResolver {
  constructor(private readonly presence: MapPresence) {}

  @Subscription(() => [JourneyPresenceType], {
    description:
      'Everybody else who has the map open, each time that changes. Others see the subscriber until it ends, and the cell that is given as the one being written.',
    resolve: (others: JourneyPresenceType[]) => others,
  })
  @Allow('read', 'Journey')
  journeyPresence(
    @CurrentMember() member: MemberPrincipal,
    @Args('journeyId', { type: () => ID }) journeyId: string,
    @Args('stageId', { type: () => ID, nullable: true }) stageId: string | null,
    @Args('lane', { type: () => LaneEnum, nullable: true }) lane: LaneEnum | null,
  ): Promise<AsyncIterableIterator<JourneyPresenceType[]>> {
    return this.presence.join(member, journeyId, { stageId: stageId ?? null, lane: lane ?? null });
  }
}
