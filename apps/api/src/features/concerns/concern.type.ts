import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecisionStateEnum } from '../decisions/index.js';
import { EffectVerdictEnum } from '../effects/index.js';
import { DateOnly } from '../../platform/graphql/scalars.js';

/** What waits for somebody; the last two wait for nobody and are told once. */
export enum ConcernKindEnum {
  DECISION = 'decision',
  JUDGEMENT = 'judgement',
  ALERT = 'alert',
  ACTION = 'action',
  REPORT = 'report',
  BENEFIT_CHECK = 'benefit_check',
  VERDICT = 'verdict',
  DECIDED = 'decided',
}
registerEnumType(ConcernKindEnum, { name: 'ConcernKind' });

@ObjectType('Concern', {
  description: 'Something that waits for the reader, or that has come of what they answer for.',
})
export class ConcernType {
  @Field(() => ConcernKindEnum) kind: ConcernKindEnum;
  @Field(() => ID, { description: 'Of the decision, ranking round, alert or initiative where it is dealt with.' })
  objectId: string;
  @Field(() => Int, { nullable: true, description: 'Of the decision or initiative.' }) number: number | null;
  @Field() title: string;
  @Field(() => EffectVerdictEnum, { nullable: true, description: 'Of a verdict.' }) verdict: EffectVerdictEnum | null;
  @Field(() => DecisionStateEnum, { nullable: true, description: 'Of what was decided.' })
  outcome: DecisionStateEnum | null;
  @Field(() => String, { nullable: true, description: 'Of an action or a benefit, whose initiative is the title.' })
  text: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field({ description: 'Should have been done before today.' }) overdue: boolean;
  @Field(() => Date, { description: 'When it began to wait, or came about.' }) at: Date;
}

@ObjectType('Concerns')
export class ConcernsType {
  @Field(() => [ConcernType], { description: 'What is overdue first, then by the day; 200 at most.' })
  waiting: ConcernType[];
  @Field(() => [ConcernType], { description: 'Of the last 14 days, the latest first; 200 at most.' })
  news: ConcernType[];
}
