import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { DirectionEnum, MetricClassEnum } from '../metrics/index.js';

export enum ExperienceDomainEnum {
  BRAND = 'brand',
  PRODUCT = 'product',
  EMPLOYEE = 'employee',
  CUSTOMER = 'customer',
}
registerEnumType(ExperienceDomainEnum, { name: 'ExperienceDomain' });

export enum JointStatusEnum {
  MET = 'met',
  ON_COURSE = 'on_course',
  AT_RISK = 'at_risk',
  OPEN = 'open',
  NOT_MET = 'not_met',
  NO_DATA = 'no_data',
  NO_TARGET = 'no_target',
  VERBAL = 'verbal',
  EMPTY = 'empty',
}
registerEnumType(JointStatusEnum, {
  name: 'JointStatus',
  description:
    'Where a joint of the cascade stands: as TargetOutlook has it; verbal without a metric, empty without an objective.',
});

export enum CascadeFindingEnum {
  GOAL_WITHOUT_OBJECTIVE = 'goal_without_objective',
  OBJECTIVE_WITHOUT_GOAL = 'objective_without_goal',
  OBJECTIVE_WITHOUT_METRIC = 'objective_without_metric',
  METRIC_WITHOUT_TARGET = 'metric_without_target',
  TARGET_OVERDUE = 'target_overdue',
}
registerEnumType(CascadeFindingEnum, { name: 'CascadeFinding' });

export enum CascadePartEnum {
  GOAL = 'goal',
  OBJECTIVE = 'objective',
}
registerEnumType(CascadePartEnum, { name: 'CascadePart' });

@ObjectType('CascadeTarget')
export class CascadeTargetType {
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true }) upperValue: number | null;
}

@ObjectType('CascadeMetric')
export class CascadeMetricType {
  @Field(() => ID) id: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => String, { nullable: true }) ownerTeamName: string | null;
  @Field(() => CascadeTargetType, { nullable: true, description: 'The target that judges: the next due, or the last.' })
  target: CascadeTargetType | null;
  @Field(() => Float, { nullable: true, description: 'Of the latest month in which enough people answered.' })
  actual: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Int, { nullable: true, description: 'Observations behind it; a formula rests on no one count.' })
  n: number | null;
  @Field({ description: 'Too few people answered in every month there is.' }) suppressed: boolean;
  @Field(() => Date, { nullable: true, description: 'The beginning of that month.' }) measuredIn: Date | null;
  @Field(() => JointStatusEnum) status: JointStatusEnum;
  @Field(() => [CascadeFindingEnum]) findings: CascadeFindingEnum[];
}

@ObjectType('CascadeObjective')
export class CascadeObjectiveType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) goalId: string | null;
  @Field() name: string;
  @Field() statement: string;
  @Field(() => [ExperienceDomainEnum]) domains: ExperienceDomainEnum[];
  @Field(() => Int) version: number;
  @Field(() => JointStatusEnum) status: JointStatusEnum;
  @Field(() => [CascadeFindingEnum]) findings: CascadeFindingEnum[];
  @Field(() => [CascadeMetricType]) metrics: CascadeMetricType[];
}

@ObjectType('CascadeGoal')
export class CascadeGoalType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() statement: string;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field(() => Int) version: number;
  @Field(() => JointStatusEnum) status: JointStatusEnum;
  @Field(() => [CascadeFindingEnum]) findings: CascadeFindingEnum[];
  @Field(() => [CascadeObjectiveType]) objectives: CascadeObjectiveType[];
}

@ObjectType('ArchivedCascadePart')
export class ArchivedPartType {
  @Field(() => ID) id: string;
  @Field(() => CascadePartEnum) part: CascadePartEnum;
  @Field() name: string;
  @Field(() => Date) archivedAt: string;
  @Field(() => Int) version: number;
}

@ObjectType('CascadeFindingCount')
export class FindingCountType {
  @Field(() => CascadeFindingEnum) finding: CascadeFindingEnum;
  @Field(() => Int) count: number;
}

@ObjectType('GoalCascade', { description: 'From business goals over experience objectives to metrics and targets.' })
export class GoalCascadeType {
  @Field(() => [CascadeGoalType]) goals: CascadeGoalType[];
  @Field(() => [CascadeObjectiveType], { description: 'Objectives that no goal stands behind.' })
  orphans: CascadeObjectiveType[];
  @Field(() => [FindingCountType]) findings: FindingCountType[];
  @Field(() => [ArchivedPartType]) archive: ArchivedPartType[];
}
