import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { ExperienceDomainEnum } from '../goals/index.js';
import { MetricStandingType, OutlookCountType, OutlookEnum } from '../standings/index.js';

@ObjectType('ScorecardPlace')
export class ScorecardPlaceType {
  @Field(() => ID) journeyId: string;
  @Field() journeyName: string;
  @Field() stageName: string;
  @Field(() => Int, { nullable: true }) emotion: number | null;
  @Field(() => Int, { nullable: true }) emotionN: number | null;
  @Field(() => String, { nullable: true }) emotionJudgedBy: string | null;
  @Field(() => Date) confirmedAt: string;
  @Field() stale: boolean;
}

@ObjectType('TouchpointScorecard')
export class TouchpointScorecardType {
  @Field(() => ID) touchpointId: string;
  @Field() name: string;
  @Field() channel: string;
  @Field(() => String, { nullable: true, description: 'Who answers for it today.' }) teamName: string | null;
  @Field(() => Date, { nullable: true }) archivedAt: string | null;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => [MetricStandingType]) metrics: MetricStandingType[];
  @Field(() => [ScorecardPlaceType]) places: ScorecardPlaceType[];
}

@ObjectType('ScorecardTotals')
export class ScorecardTotalsType {
  @Field(() => Int, { description: 'Touchpoints it is accountable for today.' }) touchpoints: number;
  @Field(() => Int, { description: 'Of these, with a metric.' }) measured: number;
  @Field(() => Int, { description: 'Of these, with a metric whose data is fresh.' }) fresh: number;
  @Field(() => Int, { description: 'Metrics of these touchpoints, and those it owns.' }) metrics: number;
  @Field(() => Float, { nullable: true, description: 'Mean score of the fresh perception metrics, 0 to 100.' })
  perception: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float) n: number;
  @Field(() => [OutlookCountType]) outlooks: OutlookCountType[];
}

@ObjectType('TeamScorecard', { description: 'What a team answers for, and how it goes.' })
export class TeamScorecardType {
  @Field(() => ID) teamId: string;
  @Field() name: string;
  @Field(() => ID, { nullable: true }) businessUnitId: string | null;
  @Field(() => ScorecardTotalsType) totals: ScorecardTotalsType;
}

@ObjectType('UnitScorecard', { description: 'A business unit with all that lies below it.' })
export class UnitScorecardType {
  @Field(() => ID) unitId: string;
  @Field(() => ID, { nullable: true }) parentId: string | null;
  @Field() name: string;
  @Field(() => ScorecardTotalsType) totals: ScorecardTotalsType;
}

@ObjectType('OrganizationScorecard')
export class OrganizationScorecardType {
  @Field(() => ScorecardTotalsType) totals: ScorecardTotalsType;
  @Field(() => [UnitScorecardType]) units: UnitScorecardType[];
  @Field(() => [TeamScorecardType]) teams: TeamScorecardType[];
  @Field(() => Int, { description: 'Touchpoints that nobody answers for today.' }) unowned: number;
}

@ObjectType('ObjectiveStanding')
export class ObjectiveStandingType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => [ExperienceDomainEnum]) domains: ExperienceDomainEnum[];
  @Field(() => OutlookEnum, {
    nullable: true,
    description: 'Absent where no metric serves it yet: it stands in words.',
  })
  outlook: OutlookEnum | null;
  @Field(() => [MetricStandingType], { description: 'Judged by what was agreed for the objective.' })
  metrics: MetricStandingType[];
}

@ObjectType('GoalStanding')
export class GoalStandingType {
  @Field(() => ID, { nullable: true, description: 'Absent for objectives that no goal stands behind.' })
  id: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field(() => OutlookEnum, { nullable: true }) outlook: OutlookEnum | null;
  @Field(() => [ObjectiveStandingType]) objectives: ObjectiveStandingType[];
}

@ObjectType('ObjectiveStatus', { description: 'Every goal with its objectives and metrics, as they stand today.' })
export class ObjectiveStatusType {
  @Field(() => DateOnly) today: string;
  @Field() organizationName: string;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => [OutlookCountType], { description: 'Of all metrics that serve an objective.' })
  outlooks: OutlookCountType[];
  @Field(() => [GoalStandingType]) goals: GoalStandingType[];
}
