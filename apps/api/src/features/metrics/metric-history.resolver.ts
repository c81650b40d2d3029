import { Args, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { EditType } from '../audit/index.js';
import { MetricHistoryReadModel } from './metric-history.read-model.js';

@ObjectType('MetricEdit', { description: 'What somebody did to a metric or to a part of it, from the audit trail.' })
export class MetricEditType extends EditType {}
const MetricEditConnection = connectionOf('MetricEdit', MetricEditType);

/** Who reads a metric may look after how it came to be what it is, without the right to the whole trail. */
@Resolver()
export class MetricHistoryResolver {
  constructor(private readonly history: MetricHistoryReadModel) {}

  @Query(() => MetricEditConnection, {
    description: 'What was done to a metric, its targets, links, breaks, notes and conflicts; latest first.',
  })
  @Allow('read', 'Metric')
  metricHistory(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<MetricEditType>> {
    return this.history.list(member, id, first ?? 10, after ?? null);
  }
}
