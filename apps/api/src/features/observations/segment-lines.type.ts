import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { BreakInSeriesType } from './metric-series.type.js';

@ObjectType('SegmentLinePoint')
export class SegmentLinePointType {
  @Field({ description: 'When the bucket begins, by the organisation’s clock.' }) bucket: Date;
  @Field(() => Float, { nullable: true, description: 'Null where it is withheld.' }) value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field({
    description: 'Too few people are behind it, or sums of what is shown would give such a few away.',
  })
  suppressed: boolean;
}

@ObjectType('SegmentLine')
export class SegmentLineType {
  @Field(() => String, { nullable: true, description: 'Null for everybody.' }) segment: string | null;
  @Field(() => [SegmentLinePointType]) points: SegmentLinePointType[];
}

@ObjectType('SegmentLines')
export class SegmentLinesType {
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => [BreakInSeriesType], { description: 'No line leads over one of these days.' })
  breaks: BreakInSeriesType[];
  @Field(() => [SegmentLineType], { description: 'Everybody first, then the segments in the order asked for.' })
  lines: SegmentLineType[];
}
