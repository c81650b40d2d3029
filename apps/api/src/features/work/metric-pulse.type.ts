import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { AlertSummaryType, MetricTrendEnum, PulsePointType, PulseTargetStatusEnum } from '../alerts/index.js';
import { DirectionEnum, MetricClassEnum } from '../metrics/index.js';
import { GrainEnum } from '../observations/index.js';
import { ChannelEnum } from '../touchpoints/index.js';

@ObjectType('PulseTarget')
export class PulseTargetType {
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true }) upperValue: number | null;
  @Field(() => PulseTargetStatusEnum) status: PulseTargetStatusEnum;
}

@ObjectType('MetricPulse', { description: 'How a metric stands: its latest finished stretch and those before.' })
export class MetricPulseType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => GrainEnum) grain: GrainEnum;
  @Field({ description: 'Computed from others: it has no observations of its own.' }) computed: boolean;
  @Field(() => Date, { nullable: true, description: 'Of the latest observation; null where there is none yet.' })
  lastAt: Date | null;
  @Field({ description: 'Longer silent than its cadence allows.' }) stale: boolean;
  @Field(() => [PulsePointType], { description: 'Finished stretches in the order of time; 12 at most.' })
  points: PulsePointType[];
  @Field(() => MetricTrendEnum, { nullable: true, description: 'Null with fewer than two values.' })
  trend: MetricTrendEnum | null;
  @Field(() => PulseTargetType, { nullable: true, description: 'The next to fall due, or else the last that did.' })
  target: PulseTargetType | null;
  @Field(() => Int) liveAlerts: number;
}

@ObjectType('TouchpointPulse')
export class TouchpointPulseType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => ChannelEnum) channel: ChannelEnum;
  @Field(() => String, { nullable: true }) teamName: string | null;
  @Field(() => [MetricPulseType]) metrics: MetricPulseType[];
}

@ObjectType('WorkTeam')
export class WorkTeamType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('MyWork', { description: 'What the teams of the reader answer for today.' })
export class MyWorkType {
  @Field(() => [WorkTeamType]) teams: WorkTeamType[];
  @Field() timeZone: string;
  @Field(() => [AlertSummaryType], { description: 'Not closed; the weightiest first, 20 at most.' })
  alerts: AlertSummaryType[];
  @Field(() => Int) alertCount: number;
  @Field(() => [TouchpointPulseType], { description: '100 at most, by name.' }) touchpoints: TouchpointPulseType[];
  @Field(() => Int) touchpointCount: number;
  @Field(() => [MetricPulseType], {
    description: 'Metrics of these teams that hang on none of these touchpoints; 50 at most.',
  })
  metrics: MetricPulseType[];
}
