import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { BreakInSeriesType } from './metric-series.type.js';
import { ComparisonRefusalEnum } from './period-comparison.type.js';

@ObjectType('MetricDimension')
export class MetricDimensionType {
  @Field() dimension: string;
  @Field(() => Int, { description: 'How many values it has.' }) values: number;
}

@ObjectType('MetricSegment')
export class MetricSegmentType {
  @Field() segment: string;
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true, description: 'Null where it is withheld.' }) n: number | null;
  @Field({
    description: 'Too few people are in it, or the whole less the others would give such a few away.',
  })
  suppressed: boolean;
  @Field(() => Float, { nullable: true, description: 'Against everybody else, in the unit of the metric.' })
  difference: number | null;
  @Field(() => Float, { nullable: true }) differenceLower: number | null;
  @Field(() => Float, { nullable: true }) differenceUpper: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Of the difference, corrected for how many segments there are (Bonferroni).',
  })
  p: number | null;
  @Field(() => ComparisonRefusalEnum, { nullable: true, description: 'Why the difference is not judged.' })
  refusal: ComparisonRefusalEnum | null;
}
const SegmentConnection = connectionOf('MetricSegment', MetricSegmentType);

@ObjectType('MetricSegments')
export class MetricSegmentsType {
  @Field(() => Float, { nullable: true, description: 'Of everybody.' }) value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field(() => BreakInSeriesType, {
    nullable: true,
    description: 'The break inside the period: nothing is summed up across it.',
  })
  brokenBy: BreakInSeriesType | null;
  @Field(() => SegmentConnection, { description: 'The largest first, those withheld last.' })
  segments: InstanceType<typeof SegmentConnection>;
}
