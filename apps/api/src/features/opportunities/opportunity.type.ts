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

export enum CriterionDirectionEnum {
  BENEFIT = 'benefit',
  COST = 'cost',
}
registerEnumType(CriterionDirectionEnum, {
  name: 'CriterionDirection',
  description: 'A high score is good for a benefit and bad for a cost.',
});

@ObjectType('OpportunityCriterion')
export class OpportunityCriterionType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Float, { description: 'Only the proportions matter.' }) weight: number;
  @Field(() => CriterionDirectionEnum) direction: CriterionDirectionEnum;
}

@ObjectType('OpportunityCriteria', { description: 'What this organisation weighs opportunities by.' })
export class OpportunityCriteriaType {
  @Field(() => [OpportunityCriterionType]) criteria: OpportunityCriterionType[];
  @Field(() => Int, { description: '0 where nothing was ever set.' }) version: number;
}

@InputType()
export class OpportunityCriterionInput {
  @Field(() => ID, { nullable: true, description: 'Of a criterion that is there; left out for a new one.' })
  id?: string | null;
  @Field() name: string;
  @Field(() => Float) weight: number;
  @Field(() => CriterionDirectionEnum) direction: CriterionDirectionEnum;
}

@ObjectType('CriterionScore')
export class CriterionScoreType {
  @Field(() => ID) criterionId: string;
  @Field(() => Int, { description: '1 to 5.' }) score: number;
}

@InputType()
export class CriterionScoreInput {
  @Field(() => ID) criterionId: string;
  @Field(() => Int, { description: '1 to 5.' }) score: number;
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
  @Field(() => Int, { nullable: true, description: '1 to 10.' }) ease: number | null;
  @Field(() => [CriterionScoreType]) scores: CriterionScoreType[];
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
  @Field(() => Float, { nullable: true, description: 'Impact, confidence and ease, each from 1 to 10, multiplied.' })
  ice: number | null;
  @Field(() => Int, { nullable: true }) iceRank: number | null;
  @Field(() => Float, { nullable: true, description: 'Weighted mean of the scores by criterion, 1 to 5.' })
  weighted: number | null;
  @Field(() => Int, { nullable: true }) weightedRank: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of the weight that is scored, 0 to 1.' })
  weightedCoverage: number | null;
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
  @Field(() => Int, { nullable: true, description: '1 to 10.' }) ease?: number | null;
  @Field(() => [CriterionScoreInput], { nullable: true, description: 'Left out, they stay as they are.' })
  scores?: CriterionScoreInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'Left out, they stay as they are.' }) painPointIds?:
    string[] | null;
}
