import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { AggregationEnum, DirectionEnum, MetricClassEnum } from '../metrics/index.js';

export enum OutlookEnum {
  MET = 'met',
  ON_COURSE = 'on_course',
  AT_RISK = 'at_risk',
  OPEN = 'open',
  NOT_MET = 'not_met',
  NO_DATA = 'no_data',
  NO_TARGET = 'no_target',
}
registerEnumType(OutlookEnum, {
  name: 'TargetOutlook',
  description:
    'Where a metric stands against its target. On course and at risk: its day lies ahead, and the line through the last months reaches it or not; open: there are too few months to say.',
});

export enum FreshnessEnum {
  FRESH = 'fresh',
  STALE = 'stale',
  NONE = 'none',
}
registerEnumType(FreshnessEnum, {
  name: 'DataFreshness',
  description: 'Stale when the latest observation is older than two cadences, or two months where none was agreed.',
});

export enum ChangeEnum {
  BETTER = 'better',
  WORSE = 'worse',
  NOT_CLEAR = 'not_clear',
  NOT_TESTED = 'not_tested',
}
registerEnumType(ChangeEnum, {
  name: 'StandingChange',
  description: 'Not clear where the interval of the difference holds 0; not tested where the values have no intervals.',
});

@ObjectType('StandingMonth')
export class MonthPointType {
  @Field(() => Date, { description: 'When the month begins by the organisation’s clock.' }) month: Date;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
}

@ObjectType('StandingTarget')
export class StandingTargetType {
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true }) upperValue: number | null;
}

@ObjectType('MetricStanding', { description: 'A metric, its latest month, and how that compares.' })
export class MetricStandingType {
  @Field(() => ID) metricId: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => ID, { nullable: true }) ownerTeamId: string | null;
  @Field(() => String, { nullable: true }) ownerTeamName: string | null;
  @Field(() => DateOnly, {
    nullable: true,
    description: 'The day its series last broke; months before do not compare.',
  })
  comparableFrom: string | null;
  @Field(() => MonthPointType, { nullable: true, description: 'The latest month that may be shown.' })
  latest: MonthPointType | null;
  @Field(() => [MonthPointType], { description: 'At most thirteen, oldest first; months withheld are left out.' })
  months: MonthPointType[];
  @Field({ description: 'There are answers, but in every month from too few people.' }) suppressed: boolean;
  @Field(() => ChangeEnum, { nullable: true, description: 'Against the month a quarter of a year before.' })
  change: ChangeEnum | null;
  @Field(() => Float, { nullable: true }) difference: number | null;
  @Field(() => Float, { nullable: true }) differenceLower: number | null;
  @Field(() => Float, { nullable: true }) differenceUpper: number | null;
  @Field(() => OutlookEnum) outlook: OutlookEnum;
  @Field(() => StandingTargetType, { nullable: true }) target: StandingTargetType | null;
  @Field(() => Float, { nullable: true, description: 'What it reaches on the target’s day at the pace of late.' })
  projected: number | null;
  @Field(() => FreshnessEnum) freshness: FreshnessEnum;
  @Field(() => Date, { nullable: true }) lastAt: Date | null;
  @Field(() => Float, { nullable: true, description: 'The value on the scale from 0 to 100; perception metrics only.' })
  score: number | null;
}

@ObjectType('OutlookCount')
export class OutlookCountType {
  @Field(() => OutlookEnum) outlook: OutlookEnum;
  @Field(() => Int) count: number;
}
