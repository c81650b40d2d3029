import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { DateOnly, Json, LocalizedTextScalar } from '../../platform/graphql/scalars.js';
import { AnonymityPolicyEnum } from '../assessments/index.js';
import { ModelDimensionType, ModelLevelType } from '../models/index.js';

export enum RespondentStateEnum {
  OPEN = 'open',
  SUBMITTED = 'submitted',
  CLOSED = 'closed',
  EXPIRED = 'expired',
  REVOKED = 'revoked',
}
registerEnumType(RespondentStateEnum, { name: 'RespondentState' });

@ObjectType('Questionnaire')
export class QuestionnaireType {
  @Field(() => LocalizedTextScalar, { description: 'How to read and choose levels, in the words of the model.' })
  description: LocalizedText;
  @Field(() => [ModelLevelType]) levels: ModelLevelType[];
  @Field(() => [ModelDimensionType]) dimensions: ModelDimensionType[];
}

@ObjectType('RespondentDraft')
export class RespondentDraftType {
  @Field(() => Json) answers: unknown;
  @Field(() => Int) revision: number;
  @Field(() => Date) savedAt: Date;
}

@ObjectType('RespondentSession')
export class RespondentSessionType {
  @Field(() => RespondentStateEnum) state: RespondentStateEnum;
  @Field({ description: 'Whether the link is a group’s: call beginResponse first.' }) begins: boolean;
  @Field() organizationName: string;
  @Field() assessmentName: string;
  @Field() purpose: string;
  @Field() raterGroupName: string;
  @Field(() => AnonymityPolicyEnum) anonymity: AnonymityPolicyEnum;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => Date) deadline: Date;
  @Field(() => [String]) locales: string[];
  @Field(() => String, { nullable: true }) invitedName: string | null;
  @Field({ description: 'Whether the link was made for one person; false for whoever came through a group’s link.' })
  personal: boolean;
  @Field(() => QuestionnaireType, { nullable: true }) questionnaire: QuestionnaireType | null;
  @Field(() => RespondentDraftType, { nullable: true }) draft: RespondentDraftType | null;
}

@ObjectType('BegunResponse')
export class BegunResponseType {
  @Field({ description: 'The respondent’s own token; shown once.' }) token: string;
  @Field(() => Date) expiresAt: Date;
}

@ObjectType('SavedDraft')
export class SavedDraftType {
  @Field(() => Int) revision: number;
  @Field(() => Date) savedAt: Date;
}

@ObjectType('SubmittedAnswers')
export class SubmittedAnswersType {
  @Field(() => DateOnly) submittedOn: string;
  @Field(() => Int) answered: number;
  @Field(() => Int) total: number;
}

@InputType()
export class AnswerInput {
  @Field()
  @IsNotEmpty()
  @MaxLength(200)
  itemId: string;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  value?: number | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  notApplicable?: boolean | null;

  @Field(() => String, { nullable: true, description: 'For text items.' })
  @IsOptional()
  text?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  comment?: string | null;
}
