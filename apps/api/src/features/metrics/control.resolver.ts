import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ControlBaselineService } from './control-baseline.service.js';
import { MetricType } from './metric.type.js';

const idType = { type: () => ID };
const dayType = { type: () => DateOnly };
const versionType = { type: () => Int, description: 'Of the baseline that is replaced; 0 where there is none.' };

/** What the limits of a control chart are frozen from. */
@Resolver()
export class ControlResolver {
  constructor(private readonly baselines: ControlBaselineService) {}

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  setControlBaseline(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('version', versionType) version: number,
    @Args('fromDay', dayType) fromDay: string,
    @Args('toDay', dayType) toDay: string,
    @Args('note', { type: () => String, nullable: true, defaultValue: '' }) note: string,
  ): Promise<MetricType> {
    return this.baselines.set(member, metricId, version, { fromDay, toDay, note });
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  clearControlBaseline(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.baselines.clear(member, metricId, version);
  }
}
