import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { MetricConflictService } from './metric-conflict.service.js';
import { MetricType } from './metric.type.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

/** Conflicts between metrics; each act answers with the metric that it was done at. */
@Resolver()
export class MetricConflictsResolver {
  constructor(private readonly conflicts: MetricConflictService) {}

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  declareMetricConflict(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('otherMetricId', idType) otherMetricId: string,
    @Args('reason') reason: string,
  ): Promise<MetricType> {
    return this.conflicts.declare(member, metricId, otherMetricId, reason);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  rewordMetricConflict(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason') reason: string,
  ): Promise<MetricType> {
    return this.conflicts.reword(member, metricId, id, version, reason);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  withdrawMetricConflict(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.conflicts.withdraw(member, metricId, id, version);
  }
}
