import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { MetricPulseType, MyWorkType } from './metric-pulse.type.js';
import { WorkReadModel } from './work.read-model.js';

@Resolver()
export class WorkResolver {
  constructor(private readonly reads: WorkReadModel) {}

  @Query(() => MyWorkType)
  @Allow('read', 'Observation')
  myWork(@CurrentMember() member: MemberPrincipal): Promise<MyWorkType> {
    return this.reads.mine(member);
  }

  @Query(() => [MetricPulseType], { description: 'The metrics of a touchpoint and how they stand.' })
  @Allow('read', 'Observation')
  touchpointPulse(
    @CurrentMember() member: MemberPrincipal,
    @Args('touchpointId', { type: () => ID }) touchpointId: string,
  ): Promise<MetricPulseType[]> {
    return this.reads.touchpoint(member, touchpointId);
  }
}
