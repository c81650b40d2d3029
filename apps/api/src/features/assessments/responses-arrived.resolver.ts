import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import type { EventFeed } from '../../platform/live/event-feed.js';
import { follow } from '../../platform/live/follow.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AssessmentsReadModel } from './assessments.read-model.js';

export const responsesTopic = (assessmentId: string): string => `responses.${assessmentId}`;

@ObjectType('ResponseGroupCount')
class ResponseGroupCountType {
  @Field(() => ID) raterGroupId: string;
  @Field(() => Int) opened: number;
  @Field(() => Int) submitted: number;
  @Field(() => Int) expected: number;
  @Field(() => DateOnly, { nullable: true }) lastSubmittedOn: string | null;
}

@ObjectType('ResponseCounts')
class ResponseCountsType {
  @Field(() => ID) assessmentId: string;
  @Field(() => [ResponseGroupCountType]) groups: ResponseGroupCountType[];
}

/** Counts of a wave as they change; how many answered, never what. */
@Resolver()
export class ResponsesArrivedResolver {
  constructor(
    private readonly assessments: AssessmentsReadModel,
    private readonly live: LiveEvents,
  ) {}

  @Subscription(() => ResponseCountsType, {
    description: 'Fires when a response to the wave arrives; counts only.',
    resolve: (counts: ResponseCountsType) => counts,
  })
  @Allow('read', 'Assessment')
  async responsesArrived(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', { type: () => ID }) assessmentId: string,
  ): Promise<AsyncIterableIterator<ResponseCountsType>> {
    await this.assessments.one(member, assessmentId);
    const events = this.live.asyncIterator(responsesTopic(assessmentId), member.organizationId);
    return follow(events, (feed) => this.counts(member, assessmentId, feed));
  }

  private async *counts(
    member: MemberPrincipal,
    assessmentId: string,
    events: EventFeed,
  ): AsyncGenerator<ResponseCountsType, void> {
    for await (const _ of events) {
      const { raterGroups } = await this.assessments.one(member, assessmentId);
      yield {
        assessmentId,
        groups: raterGroups.map(({ id, opened, submitted, expectedSize, lastSubmittedOn }) => ({
          raterGroupId: id,
          opened,
          submitted,
          expected: expectedSize,
          lastSubmittedOn,
        })),
      };
    }
  }
}
