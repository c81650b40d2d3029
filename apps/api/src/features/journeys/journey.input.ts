import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { EMOTION_RANGE } from '@touchstone/domain';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { EvidenceKindEnum, FactorEnum, LifecycleEnum } from './journey.enums.js';

@InputType()
export class JourneyInput {
  @Field() name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000)
  summary?: string | null;

  @Field(() => ID, { nullable: true, description: 'The journey that it is a part of.' }) parentId?: string | null;
  @Field(() => ID, { nullable: true }) personaId?: string | null;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => LifecycleEnum, { nullable: true }) lifecycle?: LifecycleEnum | null;
}

@InputType()
export class PlacementInput {
  @Field(() => FactorEnum, { nullable: true }) factor?: FactorEnum | null;

  @Field(() => Int, { nullable: true, description: 'From −3 to 3; then say either how many were asked or who judged.' })
  @IsOptional()
  @IsInt()
  @Min(EMOTION_RANGE.lowest)
  @Max(EMOTION_RANGE.highest)
  emotion?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  emotionN?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  emotionJudgedBy?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  expectation?: string | null;

  @Field(() => String, { nullable: true, description: 'Where what is said of it is to be found.' })
  evidence?: string | null;

  @Field(() => EvidenceKindEnum, { nullable: true }) evidenceKind?: `${EvidenceKindEnum}` | null;

  @Field(() => DateOnly, { nullable: true, description: 'The day that the evidence is of.' })
  evidenceOn?: string | null;
}
