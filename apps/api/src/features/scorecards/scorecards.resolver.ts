import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JourneyHealthSummaryType, JourneyHealthType } from './health.type.js';
import { JourneyHealthReadModel } from './journey-health.read-model.js';
import { ObjectiveStatusReadModel } from './objective-status.read-model.js';
import { ObjectiveStatusType, OrganizationScorecardType, TouchpointScorecardType } from './scorecard.type.js';
import { ScorecardsReadModel } from './scorecards.read-model.js';

const idType = { type: () => ID };

/** How things stand: for a touchpoint, a journey, the teams and units, and the objectives. */
@Resolver()
export class ScorecardsResolver {
  constructor(
    private readonly health: JourneyHealthReadModel,
    private readonly cards: ScorecardsReadModel,
    private readonly status: ObjectiveStatusReadModel,
  ) {}

  @Query(() => [JourneyHealthSummaryType], { description: 'Of at most five hundred journeys.' })
  @Allow('read', 'Journey')
  journeyHealths(
    @CurrentMember() member: MemberPrincipal,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<JourneyHealthSummaryType[]> {
    return this.health.many(member, ids);
  }

  @Query(() => JourneyHealthType)
  @Allow('read', 'Journey')
  journeyHealth(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<JourneyHealthType> {
    return this.health.one(member, id);
  }

  @Query(() => TouchpointScorecardType)
  @Allow('read', 'Touchpoint')
  touchpointScorecard(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
  ): Promise<TouchpointScorecardType> {
    return this.cards.touchpoint(member, id);
  }

  @Query(() => OrganizationScorecardType)
  @Allow('read', 'Metric')
  organizationScorecard(@CurrentMember() member: MemberPrincipal): Promise<OrganizationScorecardType> {
    return this.cards.organization(member);
  }

  @Query(() => ObjectiveStatusType)
  @Allow('read', 'Goal')
  objectiveStatus(@CurrentMember() member: MemberPrincipal): Promise<ObjectiveStatusType> {
    return this.status.status(member);
  }
}
