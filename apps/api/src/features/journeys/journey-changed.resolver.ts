import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { EventFeed } from '../../platform/live/event-feed.js';
import { follow } from '../../platform/live/follow.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ROLLUPS_TOPIC } from '../observations/index.js';
import { journeyTopic } from './journey-changes.js';
import { JourneyChangeType } from './journey.type.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';

/** That a map changed and where; what it now says is read by whoever listens. */
@Resolver()
export class JourneyChangedResolver {
  constructor(
    private readonly maps: JourneyMapReadModel,
    private readonly live: LiveEvents,
  ) {}

  @Subscription(() => JourneyChangeType, {
    description: 'Fires when a map or its numbers change, and after a gap in which it may have changed.',
    resolve: (change: JourneyChangeType) => change,
  })
  @Allow('read', 'Journey')
  async journeyChanged(
    @CurrentMember() member: MemberPrincipal,
    @Args('journeyId', { type: () => ID }) journeyId: string,
  ): Promise<AsyncIterableIterator<JourneyChangeType>> {
    await this.maps.map(member, journeyId);
    return follow(this.live.asyncIterator([journeyTopic(journeyId), ROLLUPS_TOPIC], member.organizationId), (feed) =>
      changes(journeyId, feed),
    );
  }
}

async function* changes(journeyId: string, events: EventFeed): AsyncGenerator<JourneyChangeType, void> {
  for await (const { payload, missed } of events) {
    const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : null);
    yield {
      journeyId,
      stageId: text('stageId'),
      membershipId: text('membershipId'),
      numbers: !missed && !payload['journeyId'],
    };
  }
}
