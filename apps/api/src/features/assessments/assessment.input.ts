import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { LARGEST_MINIMUM_GROUP_SIZE, SMALLEST_MINIMUM_GROUP_SIZE } from '@touchstone/domain';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { AnonymityPolicyEnum, RaterGroupKindEnum, ScopeKindEnum } from './assessment.enums.js';

@InputType()
export class RaterGroupInput {
  @Field(() => ID, { nullable: true, description: 'The group to keep; absent for a new one.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => RaterGroupKindEnum) kind: RaterGroupKindEnum;

  @Field()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  expectedSize: number;
}

@InputType()
export class AssessmentInput {
  @Field()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field()
  @IsNotEmpty()
  @MaxLength(4000)
  purpose: string;

  @Field(() => ID)
  @IsUUID()
  modelVersionId: string;

  @Field(() => ScopeKindEnum) scopeKind: ScopeKindEnum;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  businessUnitId?: string | null;

  @Field(() => DateOnly) periodStart: string;
  @Field(() => DateOnly) periodEnd: string;
  @Field(() => Date) deadline: Date;
  @Field(() => AnonymityPolicyEnum) anonymity: AnonymityPolicyEnum;

  @Field(() => Int, { nullable: true, description: 'Absent: the organisation’s own.' })
  @IsOptional()
  @IsInt()
  @Min(SMALLEST_MINIMUM_GROUP_SIZE)
  @Max(LARGEST_MINIMUM_GROUP_SIZE)
  minimumGroupSize?: number | null;

  @Field(() => [RaterGroupInput])
  @ValidateNested({ each: true })
  @Type(() => RaterGroupInput)
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  raterGroups: RaterGroupInput[];

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  previousAssessmentId?: string | null;
}

@InputType()
export class InviteeInput {
  @Field(() => ID)
  @IsUUID()
  raterGroupId: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(320)
  email?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20)
  locale?: string | null;
}
