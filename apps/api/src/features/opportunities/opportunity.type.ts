import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';

export enum OpportunityStateEnum {
  OPEN = 'open',
  TAKEN = 'taken',
  PARKED = 'parked',
  DISMISSED = 'dismissed',
}
registerEnumType(OpportunityStateEnum, { name: 'OpportunityState', description: 'Taken: an initiative acts upon it.' });

export enum QuadrantEnum {
  QUICK_WIN = 'quick-win',
  MAJOR_PROJECT = 'major-project',
  FILL_IN = 'fill-in',
  AVOID = 'avoid',
}
registerEnumType(QuadrantEnum, { name: 'ImpactEffortQuadrant' });

@ObjectType('OpportunityLink')
export class OpportunityLinkType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
}

@ObjectType('Opportunity')
export class OpportunityType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field() description: string;
  @Field(() => OpportunityStateEnum) state: OpportunityStateEnum;
  @Field(() => String, { nullable: true, description: 'Why it is parked or dismissed.' }) stateReason: string | null;
  @Field(() => Float, { nullable: true, description: 'People or events per period.' }) reach: number | null;
  @Field(() => Float, { nullable: true, description: '0.25, 0.5, 1, 2 or 3.' }) impact: number | null;
  @Field(() => Float, { nullable: true, description: '0 to 1.' }) confidence: number | null;
  @Field(() => Float, { nullable: true, description: 'Person-months or the like, above 0.' }) effort: number | null;
  @Field(() => Float, { nullable: true, description: 'A relative size.' }) userValue: number | null;
  @Field(() => Float, { nullable: true, description: 'A relative size.' }) timeCriticality: number | null;
  @Field(() => Float, { nullable: true, description: 'A relative size.' }) riskReduction: number | null;
  @Field(() => [OpportunityLinkType]) painPoints: OpportunityLinkType[];
  @Field(() => [OpportunityLinkType]) initiatives: OpportunityLinkType[];
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

export const OpportunityConnection = connectionOf('Opportunity', OpportunityType);

@ObjectType('OpportunityLens', {
  description: 'One opportunity as each lens sees it; null where an estimate is missing.',
})
export class OpportunityLensType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => Float, { nullable: true }) rice: number | null;
  @Field(() => Int, { nullable: true }) riceRank: number | null;
  @Field(() => Float, { nullable: true }) wsjf: number | null;
  @Field(() => Int, { nullable: true }) wsjfRank: number | null;
  @Field(() => Float, { nullable: true }) impact: number | null;
  @Field(() => Float, { nullable: true }) effort: number | null;
  @Field(() => QuadrantEnum, { nullable: true }) quadrant: QuadrantEnum | null;
  @Field(() => Float, { description: 'Severity times share of customers met, summed over its pain points.' })
  pain: number;
  @Field(() => Float, { nullable: true, description: 'Percent of the pain of all open ones.' }) painShare:
    number | null;
  @Field({ description: 'One of the few that carry four fifths of the pain.' }) vital: boolean;
}

@InputType()
export class OpportunityInput {
  @Field() title: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => Float, { nullable: true }) reach?: number | null;
  @Field(() => Float, { nullable: true }) impact?: number | null;
  @Field(() => Float, { nullable: true }) confidence?: number | null;
  @Field(() => Float, { nullable: true }) effort?: number | null;
  @Field(() => Float, { nullable: true }) userValue?: number | null;
  @Field(() => Float, { nullable: true }) timeCriticality?: number | null;
  @Field(() => Float, { nullable: true }) riskReduction?: number | null;
  @Field(() => [ID], { nullable: true, description: 'Left out, they stay as they are.' }) painPointIds?:
    string[] | null;
}
