import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { HealthEnum, RiskStateEnum } from './initiative.enums.js';

@InputType()
export class InitiativeGapInput {
  @Field(() => ID) assessmentId: string;
  @Field({ description: 'The dimension or practice of the assessment’s model that is to reach a level.' })
  nodeId: string;
  @Field(() => Float, { nullable: true }) targetLevel?: number | null;
}

@InputType()
export class InitiativeInput {
  @Field() title: string;
  @Field(() => String, { nullable: true, description: 'We believe that …' }) hypothesisChange?: string | null;
  @Field(() => String, { nullable: true, description: '… will …' }) hypothesisEffect?: string | null;
  @Field(() => String, { nullable: true, description: '… because …' }) hypothesisReason?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true }) sponsorId?: string | null;
  @Field(() => DateOnly, { nullable: true }) startsOn?: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217, e.g. EUR.' }) currency?: string | null;
  @Field(() => Float, { nullable: true, description: 'Whole, in the smallest unit of the currency.' })
  costPlannedMinor?: number | null;
  @Field(() => Float, { nullable: true, description: 'Whole, in the smallest unit of the currency.' })
  costActualMinor?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 5.' }) value?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 5.' }) effort?: number | null;
  @Field(() => Int, { nullable: true, description: 'How often it is reported on, in days.' })
  updateEveryDays?: number | null;
  @Field(() => [ID], { nullable: true, description: 'Left out, they stay as they are.' }) painPointIds?:
    string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Left out, they stay as they are.' })
  touchpointIds?: string[] | null;
  @Field(() => [InitiativeGapInput], { nullable: true, description: 'Left out, they stay as they are.' })
  gaps?: InitiativeGapInput[] | null;
}

@InputType()
export class MilestoneInput {
  @Field() name: string;
  @Field(() => DateOnly) dueOn: string;
  @Field(() => DateOnly, { nullable: true }) reachedOn?: string | null;
}

@InputType()
export class ActionInput {
  @Field() text: string;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn?: string | null;
}

@InputType()
export class RiskInput {
  @Field() text: string;
  @Field(() => Int, { description: '1 to 5.' }) likelihood: number;
  @Field(() => Int, { description: '1 to 5.' }) impact: number;
  @Field(() => String, { nullable: true, description: 'What is done about it.' }) answer?: string | null;
  @Field(() => RiskStateEnum, { nullable: true, description: 'Open where it is left out.' })
  state?: RiskStateEnum | null;
}

@InputType()
export class StatusUpdateInput {
  @Field(() => HealthEnum) health: HealthEnum;
  @Field() text: string;
}
