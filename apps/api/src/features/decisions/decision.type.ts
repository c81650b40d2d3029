import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { GatedStageEnum } from '../initiatives/index.js';

export enum DecisionStateEnum {
  WAITING = 'waiting',
  APPROVED = 'approved',
  RETURNED = 'returned',
  REJECTED = 'rejected',
  TAKEN_BACK = 'taken_back',
}
registerEnumType(DecisionStateEnum, {
  name: 'DecisionState',
  description: 'Taken back: by those who asked, before anybody decided.',
});

export enum VerdictOnDecisionEnum {
  APPROVED = 'approved',
  RETURNED = 'returned',
  REJECTED = 'rejected',
}
registerEnumType(VerdictOnDecisionEnum, {
  name: 'DecisionOutcome',
  description: 'Returned: not decided yet, something has to be answered first.',
});

@ObjectType('DecisionOption')
export class DecisionOptionType {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field() description: string;
  @Field() chosen: boolean;
}

@ObjectType('Decision')
export class DecisionType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => ID, { nullable: true }) initiativeId: string | null;
  @Field(() => Int, { nullable: true }) initiativeNumber: number | null;
  @Field(() => String, { nullable: true }) initiativeTitle: string | null;
  @Field(() => GatedStageEnum, {
    nullable: true,
    description: 'The stage that the initiative may enter once approved.',
  })
  opensStage: GatedStageEnum | null;
  @Field() question: string;
  @Field() evidence: string;
  @Field(() => [DecisionOptionType]) options: DecisionOptionType[];
  @Field(() => ID) askedById: string;
  @Field() askedByName: string;
  @Field(() => ID) deciderId: string;
  @Field() deciderName: string;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field() overdue: boolean;
  @Field(() => DecisionStateEnum) state: DecisionStateEnum;
  @Field(() => String, { nullable: true }) rationale: string | null;
  @Field(() => ID, { nullable: true }) decidedById: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
  @Field(() => Date, { nullable: true }) takenBackAt: Date | null;
  @Field(() => String, { nullable: true }) takenBackReason: string | null;
  @Field(() => String, { nullable: true }) forecast: string | null;
  @Field(() => Float, { nullable: true, description: 'How likely the decider held the forecast to come true, 0 to 1.' })
  forecastProbability: number | null;
  @Field(() => Boolean, { nullable: true }) forecastCameTrue: boolean | null;
  @Field(() => Date, { nullable: true }) forecastKnownAt: Date | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Brier score of the forecast: 0 is perfect, 0.25 what a coin would get, 1 the worst.',
  })
  forecastScore: number | null;
  @Field({ description: 'Whether it waits for you.' }) mayDecide: boolean;
  @Field({ description: 'Whether you may change the question, or take it back, while it waits.' }) mayUpdate: boolean;
  @Field({ description: 'Whether you may say what became of the forecast: never the one who made it.' })
  mayScore: boolean;
  @Field(() => Date) createdAt: Date;
  @Field(() => Int) version: number;
}

export const DecisionConnection = connectionOf('Decision', DecisionType);

@InputType()
export class DecisionOptionInput {
  @Field() title: string;
  @Field(() => String, { nullable: true }) description?: string | null;
}

@InputType()
export class DecisionInput {
  @Field() question: string;
  @Field(() => String, { nullable: true }) evidence?: string | null;
  @Field(() => ID) deciderId: string;
  @Field(() => DateOnly, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What is expected to come of it, so that it can be checked.' })
  forecast?: string | null;
  @Field(() => [DecisionOptionInput], { description: 'None, or two and more.' }) options: DecisionOptionInput[];
}

@InputType()
export class DecidingInput {
  @Field(() => VerdictOnDecisionEnum) outcome: VerdictOnDecisionEnum;
  @Field() rationale: string;
  @Field(() => ID, { nullable: true, description: 'Demanded where something with options is approved.' })
  optionId?: string | null;
  @Field(() => Float, { nullable: true, description: 'Demanded where something with a forecast is approved; 0 to 1.' })
  forecastProbability?: number | null;
}
