import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { PainPointKindEnum, PainPointStateEnum } from './pain-point.enums.js';

@ObjectType('PainPointPlace', { description: 'A touchpoint at which it happens.' })
export class PainPointPlaceType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Who answers for it today.' }) teamName: string | null;
}

@ObjectType('PainPointPersona')
export class PainPointPersonaType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('PainPointSummary')
export class PainPointSummaryType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'People say “P-12”.' }) number: number;
  @Field() title: string;
  @Field(() => PainPointKindEnum) kind: PainPointKindEnum;
  @Field(() => PainPointStateEnum) state: PainPointStateEnum;
  @Field(() => Int, { nullable: true, description: '1 a nuisance to 5 customers leave or come to harm.' })
  severity: number | null;
  @Field(() => Int, { nullable: true }) frequencyCount: number | null;
  @Field(() => Int, { nullable: true }) frequencyBase: number | null;
  @Field(() => Int, { description: 'How much feedback speaks of it.' }) feedbackCount: number;
  @Field(() => [PainPointPlaceType]) touchpoints: PainPointPlaceType[];
  @Field(() => Int, { description: 'Of a common one: how many it gathers.' }) gatheredCount: number;
  @Field(() => ID, { nullable: true }) commonId: string | null;
  @Field(() => Int, { description: 'Initiatives that take it up and were neither withdrawn nor archived.' })
  initiativeCount: number;
  @Field(() => Int, { nullable: true, description: 'The number of the one that it was merged into.' })
  mergedIntoNumber: number | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

export const PainPointConnection = connectionOf('PainPoint', PainPointSummaryType);

@ObjectType('PainPointReference')
export class PainPointReferenceType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => PainPointStateEnum) state: PainPointStateEnum;
}

@ObjectType('PainPointCause', { description: 'A why: those below it explain it.' })
export class PainPointCauseType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) parentId: string | null;
  @Field(() => Int, { description: '0 at the top.' }) depth: number;
  @Field() text: string;
  @Field() evidence: string;
  @Field({ description: 'Explains enough to act upon.' }) root: boolean;
}

@ObjectType('PainPointUnmet')
export class PainPointUnmetType {
  @Field() code: string;
  @Field({ description: 'What to do about it, in English.' }) remedy: string;
}

@ObjectType('PainPointStep', { description: 'A state that may come next, and what stands against it.' })
export class PainPointStepType {
  @Field(() => PainPointStateEnum) to: PainPointStateEnum;
  @Field() allowed: boolean;
  @Field(() => [PainPointUnmetType]) unmet: PainPointUnmetType[];
}

@ObjectType('PainPointEvent')
export class PainPointEventType {
  @Field(() => ID) id: string;
  @Field() act: string;
  @Field(() => String, { nullable: true, description: 'Nobody: the system.' }) actorName: string | null;
  @Field() at: Date;
  @Field(() => [String], { description: 'The fields that were changed.' }) fields: string[];
  @Field(() => PainPointStateEnum, { nullable: true }) state: PainPointStateEnum | null;
  @Field(() => PainPointKindEnum, { nullable: true }) kind: PainPointKindEnum | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => ID, { nullable: true, description: 'The other pain point that it was about.' }) otherId: string | null;
  @Field(() => Int, { nullable: true }) otherNumber: number | null;
}

@ObjectType('PainPointOpportunity')
export class PainPointOpportunityType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field({ description: 'open, taken, parked or dismissed.' }) state: string;
}

@ObjectType('PainPointInitiative')
export class PainPointInitiativeType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field() stage: string;
  @Field(() => String, { nullable: true }) verdict: string | null;
  @Field(() => String, { nullable: true }) watch: string | null;
}

@ObjectType('PainPoint')
export class PainPointType extends PainPointSummaryType {
  @Field() description: string;
  @Field() severityEvidence: string;
  @Field() frequencyEvidence: string;
  @Field(() => Float, {
    nullable: true,
    description: 'From where the true share can lie with 95 % confidence, 0 to 1.',
  })
  frequencyLower: number | null;
  @Field(() => Float, { nullable: true }) frequencyUpper: number | null;
  @Field(() => String, { nullable: true }) dismissedReason: string | null;
  @Field({ description: 'Why it is a false highlight; empty otherwise.' }) kindReason: string;
  @Field(() => Date, { nullable: true, description: 'When the oldest feedback behind it was said.' })
  feedbackFrom: Date | null;
  @Field(() => Date, { nullable: true }) feedbackTo: Date | null;
  @Field(() => PainPointReferenceType, { nullable: true, description: 'It was merged into this one.' })
  mergedInto: PainPointReferenceType | null;
  @Field(() => [PainPointReferenceType], { description: 'Those that were merged into it.' })
  absorbed: PainPointReferenceType[];
  @Field(() => [PainPointPersonaType]) personas: PainPointPersonaType[];
  @Field(() => PainPointReferenceType, { nullable: true, description: 'The common pain point that it belongs to.' })
  common: PainPointReferenceType | null;
  @Field(() => [PainPointReferenceType], { description: 'Of a common one: those it gathers.' })
  gathered: PainPointReferenceType[];
  @Field(() => [PainPointCauseType], { description: 'From the top down, each before those below it.' })
  causes: PainPointCauseType[];
  @Field(() => [PainPointOpportunityType]) opportunities: PainPointOpportunityType[];
  @Field(() => [PainPointInitiativeType]) initiatives: PainPointInitiativeType[];
  @Field(() => [PainPointStepType]) nextStates: PainPointStepType[];
  @Field(() => [PainPointEventType], { description: 'Newest first, at most 100.' }) history: PainPointEventType[];
  @Field() mayUpdate: boolean;
}
