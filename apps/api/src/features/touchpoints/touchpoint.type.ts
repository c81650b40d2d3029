import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import {
  ChannelEnum,
  DontCheckEnum,
  ExistenceEnum,
  RemovalOutcomeEnum,
  ResponsibilityEnum,
  ServiceLevelEnum,
} from './touchpoint.enums.js';

@ObjectType('TouchpointSummary')
export class TouchpointSummaryType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => ExistenceEnum) existence: ExistenceEnum;
  @Field(() => ChannelEnum) channel: ChannelEnum;
  @Field(() => ServiceLevelEnum, { nullable: true }) serviceLevel: ServiceLevelEnum | null;
  @Field(() => Int, { description: 'How many of the four don’ts are broken.' }) brokenDonts: number;
  @Field(() => Int, { description: 'How many of the four don’ts nobody has looked at yet.' }) uncheckedDonts: number;
  @Field(() => ID, { nullable: true }) accountableTeamId: string | null;
  @Field(() => String, { nullable: true, description: 'Who answers for it today.' })
  accountableTeamName: string | null;
  @Field(() => Int) journeyCount: number;
  @Field(() => Int) metricCount: number;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

export const TouchpointConnection = connectionOf('Touchpoint', TouchpointSummaryType);

@ObjectType('OwnershipPeriod')
export class OwnershipPeriodType {
  @Field(() => ID) id: string;
  @Field(() => ID) teamId: string;
  @Field() teamName: string;
  @Field() teamArchived: boolean;
  @Field(() => ResponsibilityEnum) responsibility: ResponsibilityEnum;
  @Field(() => DateOnly) validFrom: string;
  @Field(() => DateOnly, { nullable: true, description: 'The first day on which it no longer holds.' })
  validTo: string | null;
}

@ObjectType('TouchpointPlace')
export class TouchpointPlaceType {
  @Field(() => ID) id: string;
  @Field(() => ID) journeyId: string;
  @Field() journeyName: string;
  @Field({ description: 'Whether the journey shows how things are to become.' }) journeyIsFuture: boolean;
  @Field() stageName: string;
  @Field(() => String, { nullable: true, description: 'key_moment, inhibitor or motivator.' }) factor: string | null;
  @Field(() => Int, { nullable: true, description: 'From −3 to 3.' }) emotion: number | null;
  @Field(() => Int, { nullable: true, description: 'How many customers were asked.' }) emotionN: number | null;
  @Field(() => String, { nullable: true, description: 'Who judged it, where no customers were asked.' })
  emotionJudgedBy: string | null;
  @Field(() => Date) confirmedAt: Date;
}

@ObjectType('TouchpointMetric')
export class TouchpointMetricType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) category: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => String, { nullable: true }) direction: string | null;
  @Field(() => ID, { nullable: true }) ownerTeamId: string | null;
  @Field(() => String, { nullable: true }) ownerTeamName: string | null;
  @Field() ownerTeamArchived: boolean;
}

@ObjectType('Touchpoint')
export class TouchpointType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() description: string;
  @Field(() => ExistenceEnum) existence: ExistenceEnum;
  @Field(() => ChannelEnum) channel: ChannelEnum;
  @Field(() => DontCheckEnum, { nullable: true }) noWaiting: DontCheckEnum | null;
  @Field(() => DontCheckEnum, { nullable: true }) noAnnoyance: DontCheckEnum | null;
  @Field(() => DontCheckEnum, { nullable: true }) noPuzzling: DontCheckEnum | null;
  @Field(() => DontCheckEnum, { nullable: true }) noRepeating: DontCheckEnum | null;
  @Field(() => ServiceLevelEnum, { nullable: true }) serviceLevel: ServiceLevelEnum | null;
  @Field(() => DateOnly, { description: 'Today in the organisation’s calendar.' }) today: string;
  @Field(() => [OwnershipPeriodType], { description: 'Every period there was, is or will be, latest first.' })
  ownership: OwnershipPeriodType[];
  @Field(() => [TouchpointPlaceType]) places: TouchpointPlaceType[];
  @Field(() => [TouchpointMetricType]) metrics: TouchpointMetricType[];
  @Field({ description: 'Whether you may change it: your role, or your team answers for it today.' })
  mayUpdate: boolean;
  @Field({ description: 'Owners, journeys or metrics remember it: it can be archived, not deleted.' })
  hasHistory: boolean;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Date) createdAt: Date;
  @Field(() => Int) version: number;
}

@ObjectType('TouchpointRemoval')
export class TouchpointRemovalType {
  @Field(() => RemovalOutcomeEnum) outcome: RemovalOutcomeEnum;
  @Field(() => TouchpointType, { nullable: true }) touchpoint: TouchpointType | null;
}
