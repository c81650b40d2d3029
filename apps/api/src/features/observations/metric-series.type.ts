import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly, Json } from '../../platform/graphql/scalars.js';
import { BreakCauseEnum } from '../metrics/index.js';
import { SeriesControlType } from './series-control.type.js';

export enum GrainEnum {
  HOUR = 'hour',
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
  QUARTER = 'quarter',
}
registerEnumType(GrainEnum, { name: 'Grain' });

/** Why a point has no number. */
export enum GapReasonEnum {
  TOO_FEW = 'too_few',
  DIVISION_BY_ZERO = 'division_by_zero',
  NO_VALUE_OF = 'no_value_of',
  NOT_FINITE = 'not_finite',
  NOT_MEASURED = 'not_measured',
}
registerEnumType(GapReasonEnum, { name: 'GapReason' });

@InputType({ description: 'One value of one dimension, such as class = Business.' })
export class SegmentInput {
  @Field() dimension: string;
  @Field() value: string;
}

@ObjectType('SeriesPoint')
export class SeriesPointType {
  @Field({ description: 'When the bucket begins, by the organisation’s clock.' }) bucket: Date;
  @Field(() => Float, { nullable: true, description: 'Null where too few people stand behind it.' })
  value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field(() => Int, { nullable: true }) observations: number | null;
  @Field({
    description:
      'Fewer than the organisation’s minimum stand behind it, or sums of what is shown would give such a few away.',
  })
  suppressed: boolean;
  @Field(() => GapReasonEnum, { nullable: true, description: 'Why there is no value.' })
  reason: GapReasonEnum | null;
  @Field(() => String, { nullable: true, description: 'Of a computed metric the part without a number, by its key.' })
  reasonMetric: string | null;
}

@ObjectType('BreakInSeries')
export class BreakInSeriesType {
  @Field(() => DateOnly) beginsOn: string;
  @Field(() => BreakCauseEnum) cause: BreakCauseEnum;
  @Field() note: string;
  @Field(() => String, { nullable: true, description: 'Of a computed metric the part that breaks, by its key.' })
  ofMetric: string | null;
}

@ObjectType('MetricSeries')
export class MetricSeriesType {
  @Field(() => ID) metricId: string;
  @Field(() => GrainEnum) grain: GrainEnum;
  @Field() timeZone: string;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => Date, {
    nullable: true,
    description: 'The latest observation in the roll-ups, of any segment and time.',
  })
  lastAt: Date | null;
  @Field({ description: 'Some days are being recomputed at this moment.' }) pending: boolean;
  @Field(() => [BreakInSeriesType], { description: 'From these days on the numbers do not continue those before.' })
  breaks: BreakInSeriesType[];
  @Field(() => [SeriesPointType], { description: 'Buckets that something was observed in; all others are gaps.' })
  points: SeriesPointType[];
  @Field(() => SeriesControlType, { description: 'What stands out from routine variation.' })
  control: SeriesControlType;
}

@ObjectType('ObservationRow')
export class ObservationRowType {
  @Field() observedAt: Date;
  @Field(() => Float) value: number;
  @Field(() => Float) n: number;
  @Field(() => Json, { description: 'dimension → value' }) segments: unknown;
  @Field(() => ID, { nullable: true }) importId: string | null;
  @Field(() => String, { nullable: true }) fileName: string | null;
}
export const ObservationRowConnectionType = connectionOf('ObservationRow', ObservationRowType);
