import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { DirectionEnum, MetricClassEnum } from '../metrics/index.js';

export enum JourneyMetricStatusEnum {
  MET = 'met',
  NOT_MET = 'not_met',
  NOT_DUE = 'not_due',
  NO_DATA = 'no_data',
  NO_TARGET = 'no_target',
}
registerEnumType(JourneyMetricStatusEnum, {
  name: 'JourneyMetricStatus',
  description: 'Where the latest number stands against the target that counts today.',
});

@ObjectType('JourneyMetric', { description: 'A metric on a map, with its latest number: that of the last month.' })
export class JourneyMetricType {
  @Field(() => ID) id: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => String, { nullable: true }) ownerTeamName: string | null;
  @Field(() => Float, { nullable: true, description: 'Null where nothing was observed or too few were asked.' })
  value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field(() => Date, { nullable: true, description: 'The latest observation.' }) lastAt: Date | null;
  @Field({ description: 'Fewer than the organisation’s minimum stand behind it, so it is not shown.' })
  suppressed: boolean;
  @Field({ description: 'Nothing has come in for longer than the metric’s cadence.' }) overdue: boolean;
  @Field(() => Float, { nullable: true }) targetValue: number | null;
  @Field(() => Float, { nullable: true }) targetUpperValue: number | null;
  @Field(() => DateOnly, { nullable: true }) targetDueOn: string | null;
  @Field(() => JourneyMetricStatusEnum) status: JourneyMetricStatusEnum;
}
