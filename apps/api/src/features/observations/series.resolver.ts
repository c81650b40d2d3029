import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { MetricSeriesReadModel } from './metric-series.read-model.js';
import {
  GrainEnum,
  MetricSegmentType,
  MetricSeriesType,
  ObservationRowConnectionType,
  type ObservationRowType,
  SegmentInput,
} from './metric-series.type.js';

const id = { type: () => ID };
const ofSegment = { type: () => SegmentInput, nullable: true };

/** Reading what was observed. */
@Resolver()
export class SeriesResolver {
  constructor(private readonly reads: MetricSeriesReadModel) {}

  @Query(() => MetricSeriesType)
  @Allow('read', 'Observation')
  metricSeries(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('grain', { type: () => GrainEnum }) grain: GrainEnum,
    @Args('from') from: Date,
    @Args('to') to: Date,
    @Args('segment', ofSegment) segment?: SegmentInput | null,
  ): Promise<MetricSeriesType> {
    return this.reads.series(member, { metricId, grain, from, to, segment });
  }

  @Query(() => [MetricSegmentType])
  @Allow('read', 'Observation')
  metricSegments(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
  ): Promise<MetricSegmentType[]> {
    return this.reads.segments(member, metricId);
  }

  @Query(() => ObservationRowConnectionType, { description: 'The single observations that a point is made of.' })
  @Allow('export', 'Observation')
  metricObservations(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('from') from: Date,
    @Args('to') to: Date,
    @Args('segment', ofSegment) segment?: SegmentInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Connection<ObservationRowType>> {
    return this.reads.rows(member, { metricId, from, to, segment, first, after });
  }
}
