import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { DirectionEnum, MetricClassEnum } from '../metrics/index.js';
import { FeedbackStateEnum } from '../feedback/index.js';
import { GrainEnum } from '../observations/index.js';
import {
  AlertActEnum,
  AlertCloseReasonEnum,
  AlertMailEnum,
  AlertRuleEnum,
  AlertSeverityEnum,
  AlertStateEnum,
} from './alert.enums.js';

@ObjectType('AlertEvidence', { description: 'The numbers behind an alert.' })
export class AlertEvidenceType {
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The target, threshold or centre line; for staleness the days that are tolerated.',
  })
  limit: number | null;
  @Field(() => Float, { nullable: true }) upperLimit: number | null;
  @Field(() => DateOnly, { nullable: true, description: 'When the target was due.' }) dueOn?: string | null;
  @Field(() => [String], { nullable: true, description: 'The rules of the control chart that are broken.' })
  signals?: string[] | null;
  @Field(() => Boolean, { nullable: true }) favourable?: boolean | null;
  @Field(() => Float, { nullable: true }) ageDays?: number | null;
  @Field(() => Float, { nullable: true }) cadenceDays?: number | null;
}

@ObjectType('AlertSummary')
export class AlertSummaryType {
  @Field(() => ID) id: string;
  @Field(() => ID) metricId: string;
  @Field() metricName: string;
  @Field(() => MetricClassEnum) metricClass: MetricClassEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => AlertRuleEnum) rule: AlertRuleEnum;
  @Field(() => AlertSeverityEnum) severity: AlertSeverityEnum;
  @Field(() => AlertStateEnum) state: AlertStateEnum;
  @Field(() => ID, { nullable: true }) teamId: string | null;
  @Field(() => String, { nullable: true }) teamName: string | null;
  @Field(() => ID, { nullable: true }) assigneeId: string | null;
  @Field(() => String, { nullable: true }) assigneeName: string | null;
  @Field() openedAt: Date;
  @Field() lastSeenAt: Date;
  @Field({ description: 'The first moment in the data that it is about.' }) firstPoint: Date;
  @Field() lastPoint: Date;
  @Field(() => Int) points: number;
  @Field(() => GrainEnum, { description: 'By which stretches of time the metric is judged.' }) grain: GrainEnum;
  @Field(() => AlertEvidenceType, { description: 'The numbers seen last.' }) latest: AlertEvidenceType;
  @Field(() => Date, { nullable: true }) snoozedUntil: Date | null;
  @Field(() => Int, { description: '0 the team, 1 the programme office, 2 the executives.' }) escalationLevel: number;
  @Field(() => Date, { nullable: true }) closedAt: Date | null;
  @Field(() => AlertCloseReasonEnum, { nullable: true }) closeReason: AlertCloseReasonEnum | null;
  @Field(() => Int) version: number;
  @Field() mayUpdate: boolean;
}
export const AlertConnectionType = connectionOf('Alert', AlertSummaryType);

@ObjectType('AlertEvent')
export class AlertEventType {
  @Field(() => ID) id: string;
  @Field(() => AlertActEnum) act: AlertActEnum;
  @Field(() => String, { nullable: true, description: 'Nobody: the system.' }) actorName: string | null;
  @Field() note: string;
  @Field() at: Date;
  @Field(() => Int, { nullable: true }) points: number | null;
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => Date, { nullable: true }) until: Date | null;
  @Field(() => String, { nullable: true }) assigneeName: string | null;
  @Field(() => AlertCloseReasonEnum, { nullable: true }) reason: AlertCloseReasonEnum | null;
}

@ObjectType('AlertFeedback', { description: 'What went into the inbox of feedback from here, and what became of it.' })
export class AlertFeedbackType {
  @Field(() => ID) id: string;
  @Field() description: string;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
  @Field(() => String, { nullable: true }) touchpointName: string | null;
  @Field(() => String, { nullable: true }) authorName: string | null;
  @Field() createdAt: Date;
  @Field(() => FeedbackStateEnum) state: FeedbackStateEnum;
  @Field(() => ID, { nullable: true }) painPointId: string | null;
}

@ObjectType('AlertTouchpoint')
export class AlertTouchpointType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('PulsePoint')
export class PulsePointType {
  @Field() bucket: Date;
  @Field(() => Float, { nullable: true, description: 'Null where too few people stand behind it.' }) value:
    number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) n: number | null;
  @Field() suppressed: boolean;
}

@ObjectType('EarlierAlert')
export class EarlierAlertType {
  @Field(() => ID) id: string;
  @Field() openedAt: Date;
  @Field(() => Date, { nullable: true }) closedAt: Date | null;
  @Field(() => AlertCloseReasonEnum, { nullable: true }) closeReason: AlertCloseReasonEnum | null;
}

@ObjectType('Alert')
export class AlertType extends AlertSummaryType {
  @Field(() => AlertEvidenceType, { description: 'The numbers that opened it.' }) evidence: AlertEvidenceType;
  @Field() timeZone: string;
  @Field(() => [AlertEventType], { description: 'The latest first; 200 at most.' }) events: AlertEventType[];
  @Field(() => [AlertTouchpointType], { description: 'Touchpoints that the metric hangs on.' })
  touchpoints: AlertTouchpointType[];
  @Field(() => [AlertFeedbackType]) feedback: AlertFeedbackType[];
  @Field(() => [PulsePointType], { description: 'The finished stretches of the series up to now.' })
  series: PulsePointType[];
  @Field(() => [EarlierAlertType], { description: 'Of the same metric and rule, the latest first; 10 at most.' })
  others: EarlierAlertType[];
}

@ObjectType('AlertAssignee')
export class AlertAssigneeType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('AlertBadge')
export class AlertBadgeType {
  @Field(() => Int, {
    description: 'Open alerts that the reader can do something about, or that have come up to them.',
  })
  waiting: number;
}

@ObjectType('AlertSettings')
export class AlertSettingsType {
  @Field(() => Int) officeAfterHours: number;
  @Field(() => Int) executiveAfterHours: number;
  @Field(() => Int, { description: '0 while nobody has changed the usual hours.' }) version: number;
}

@ObjectType('AlertPreference')
export class AlertPreferenceType {
  @Field(() => AlertMailEnum) mail: AlertMailEnum;
}
