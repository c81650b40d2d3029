import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ComparePeriodsReadModel } from './compare-periods.read-model.js';
import { MetricSegmentsReadModel } from './metric-segments.read-model.js';
import { MetricDimensionType, MetricSegmentsType } from './metric-segments.type.js';
import { MetricSeriesReadModel } from './metric-series.read-model.js';
import {
  GrainEnum,
  MetricSeriesType,
  ObservationRowConnectionType,
  type ObservationRowType,
  SegmentInput,
} from './metric-series.type.js';
import { ObservationRowsReadModel } from './observation-rows.read-model.js';
import { SegmentLinesReadModel } from './segment-lines.read-model.js';
import { SegmentLinesType } from './segment-lines.type.js';
import { PeriodComparisonType, PeriodInput } from './period-comparison.type.js';

const id = { type: () => ID };
const grained = { type: () => GrainEnum };
const ofSegment = { type: () => SegmentInput, nullable: true };
const paged = { type: () => Int, nullable: true, defaultValue: 50 };
const optional = { type: () => String, nullable: true };

/** Reading what was observed. */
@Resolver()
export class SeriesResolver {
  constructor(
    private readonly reads: MetricSeriesReadModel,
    private readonly breakdown: MetricSegmentsReadModel,
    private readonly side: SegmentLinesReadModel,
    private readonly periods: ComparePeriodsReadModel,
    private readonly single: ObservationRowsReadModel,
  ) {}

  @Query(() => MetricSeriesType)
  @Allow('read', 'Observation')
  metricSeries(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('grain', grained) grain: GrainEnum,
    @Args('from') from: Date,
    @Args('to') to: Date,
    @Args('segment', ofSegment) segment?: SegmentInput | null,
  ): Promise<MetricSeriesType> {
    return this.reads.series(member, { metricId, grain, from, to, segment });
  }

  @Query(() => [MetricDimensionType], { description: 'What a metric can be broken down by.' })
  @Allow('read', 'Observation')
  metricDimensions(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
  ): Promise<MetricDimensionType[]> {
    return this.breakdown.dimensions(member, metricId);
  }

  @Query(() => MetricSegmentsType, {
    description: 'The values of one dimension over a period, each against all others.',
  })
  @Allow('read', 'Observation')
  metricSegments(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('dimension') dimension: string,
    @Args('grain', grained) grain: GrainEnum,
    @Args('from') from: Date,
    @Args('to') to: Date,
    @Args('search', optional) search?: string | null,
    @Args('first', paged) first = 50,
    @Args('after', optional) after?: string | null,
  ): Promise<MetricSegmentsType> {
    return this.breakdown.segments(member, { metricId, dimension, grain, from, to, search, first, after });
  }

  @Query(() => SegmentLinesType, { description: 'At most six values of one dimension over time, beside everybody.' })
  @Allow('read', 'Observation')
  metricSegmentLines(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('dimension') dimension: string,
    @Args('segments', { type: () => [String] }) segments: string[],
    @Args('grain', grained) grain: GrainEnum,
    @Args('from') from: Date,
    @Args('to') to: Date,
  ): Promise<SegmentLinesType> {
    return this.side.lines(member, { metricId, dimension, segments, grain, from, to });
  }

  @Query(() => PeriodComparisonType, { description: 'Whether a metric differs between two periods.' })
  @Allow('read', 'Observation')
  compareMetricPeriods(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('grain', grained) grain: GrainEnum,
    @Args('period') period: PeriodInput,
    @Args('reference') reference: PeriodInput,
    @Args('segment', ofSegment) segment?: SegmentInput | null,
  ): Promise<PeriodComparisonType> {
    return this.periods.compare(member, { metricId, grain, period, reference, segment });
  }

  @Query(() => ObservationRowConnectionType, { description: 'The single observations that a point is made of.' })
  @Allow('export', 'Observation')
  metricObservations(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', id) metricId: string,
    @Args('grain', { ...grained, defaultValue: GrainEnum.DAY }) grain: GrainEnum,
    @Args('from') from: Date,
    @Args('to') to: Date,
    @Args('segment', ofSegment) segment?: SegmentInput | null,
    @Args('first', paged) first = 50,
    @Args('after', optional) after?: string | null,
  ): Promise<Connection<ObservationRowType>> {
    return this.single.rows(member, { metricId, grain, from, to, segment, first, after });
  }
}
