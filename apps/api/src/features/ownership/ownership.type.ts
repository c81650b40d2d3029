import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FindingKind, Responsibility } from '@touchstone/domain';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { ChannelEnum, ExistenceEnum, ResponsibilityEnum } from '../touchpoints/index.js';

export enum FindingKindEnum {
  NO_ACCOUNTABLE_TEAM = 'no_accountable_team',
  ARCHIVED_TEAM_ACCOUNTABLE = 'archived_team_accountable',
  HOLE_AHEAD = 'hole_ahead',
  UNWATCHED_METRIC = 'unwatched_metric',
  TOUCHPOINT_WITHOUT_METRIC = 'touchpoint_without_metric',
  SEVERAL_RESPONSIBLE = 'several_responsible',
  DECLARED_CONFLICT = 'declared_conflict',
  METRICS_PULL_APART = 'metrics_pull_apart',
}
registerEnumType(FindingKindEnum, { name: 'AccountabilityFindingKind' });

export enum FindingClassEnum {
  MISSING = 'missing',
  DOUBLE = 'double',
  CONFLICT = 'conflict',
}
registerEnumType(FindingClassEnum, { name: 'AccountabilityFindingClass' });

@ObjectType('MatrixOwner')
export class MatrixOwnerType {
  @Field(() => ID) teamId: string;
  @Field() teamName: string;
  @Field({ description: 'On the day the matrix shows.' }) teamArchived: boolean;
  @Field(() => ResponsibilityEnum) responsibility: Responsibility;
}

@ObjectType('MatrixMetric')
export class MatrixMetricType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => ID, { nullable: true }) ownerTeamId: string | null;
  @Field(() => String, { nullable: true }) ownerTeamName: string | null;
  @Field() ownerTeamArchived: boolean;
}

@ObjectType('MatrixRow')
export class MatrixRowType {
  @Field(() => ID) touchpointId: string;
  @Field() touchpointName: string;
  @Field(() => ChannelEnum) channel: `${ChannelEnum}`;
  @Field(() => ExistenceEnum) existence: `${ExistenceEnum}`;
  @Field(() => [MatrixOwnerType]) owners: MatrixOwnerType[];
  @Field(() => [MatrixMetricType]) metrics: MatrixMetricType[];
  @Field(() => [FindingKindEnum]) findings: FindingKind[];
}
export const MatrixRowConnection = connectionOf('MatrixRow', MatrixRowType);

@ObjectType('AccountabilityFinding')
export class FindingType {
  @Field({ description: 'Stable as long as the finding is: the same one on another day has the same key.' })
  key: string;
  @Field(() => FindingKindEnum) kind: FindingKind;
  @Field(() => FindingClassEnum) class: `${FindingClassEnum}`;
  @Field(() => ID, { description: 'Where it is mended; a conflict, at the metrics.' }) touchpointId: string;
  @Field() touchpointName: string;
  @Field(() => [ID]) teamIds: string[];
  @Field(() => [String]) teamNames: string[];
  @Field(() => [ID]) metricIds: string[];
  @Field(() => [String]) metricNames: string[];
  @Field(() => DateOnly, { nullable: true, description: 'First day without an accountable team.' })
  from: string | null;
  @Field(() => DateOnly, { nullable: true, description: 'First day with one again.' }) to: string | null;
  @Field(() => String, { nullable: true, description: 'What was said of a conflict when it was declared.' })
  reason: string | null;
}
export const FindingConnection = connectionOf('AccountabilityFinding', FindingType);

@ObjectType('AccountabilityFindingCount')
export class FindingCountType {
  @Field(() => FindingKindEnum) kind: FindingKind;
  @Field(() => FindingClassEnum) class: `${FindingClassEnum}`;
  @Field(() => Int) count: number;
}

@ObjectType('AccountabilityFindings')
export class FindingsType {
  @Field(() => DateOnly) on: string;
  @Field(() => Int, { description: 'How many touchpoints were looked at.' }) touchpointCount: number;
  @Field(() => Int, { description: 'How many of them have an accountable team on the day.' }) ownedCount: number;
  @Field(() => [FindingCountType]) counts: FindingCountType[];
  @Field(() => FindingConnection) found: InstanceType<typeof FindingConnection>;
}

@ObjectType('HandedOverPeriod')
export class HandedOverType {
  @Field(() => ID) touchpointId: string;
  @Field() touchpointName: string;
  @Field(() => ResponsibilityEnum) responsibility: Responsibility;
  @Field(() => DateOnly) validFrom: string;
  @Field(() => DateOnly, { nullable: true }) validTo: string | null;
}

@ObjectType('ReorganisedTouchpoint')
export class ReorganisedTouchpointType {
  @Field(() => ID) touchpointId: string;
  @Field() touchpointName: string;
}

@ObjectType('Reorganisation')
export class ReorganisationType {
  @Field({ description: 'Names this very plan; carrying it out is refused once the plan would be another.' })
  planKey: string;
  @Field(() => DateOnly) day: string;
  @Field({ description: 'The day has passed: what was shown of the days since then changes.' }) backdated: boolean;
  @Field() fromTeamName: string;
  @Field() toTeamName: string;
  @Field(() => Int) touchpointCount: number;
  @Field(() => Int, { description: 'Periods of the first team that end on the day.' }) endedCount: number;
  @Field(() => Int, { description: 'Periods of the first team that would have begun later, and now never do.' })
  withdrawnCount: number;
  @Field(() => [ReorganisedTouchpointType], { description: 'Those in which the first team’s part ends.' })
  touchpoints: ReorganisedTouchpointType[];
  @Field(() => [HandedOverType], { description: 'What the other team takes over; nothing of what it had already.' })
  handedOver: HandedOverType[];
}
