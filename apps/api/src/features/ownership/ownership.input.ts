import { Field, ID, InputType } from '@nestjs/graphql';
import type { Responsibility } from '@touchstone/domain';
import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { ResponsibilityEnum } from '../touchpoints/index.js';

@InputType()
export class OwnershipInput {
  @Field(() => ID) teamId: string;
  @Field(() => ResponsibilityEnum) responsibility: Responsibility;
  @Field(() => DateOnly) validFrom: string;
  @Field(() => DateOnly, { nullable: true, description: 'The first day on which it no longer holds.' })
  validTo?: string | null;
}

@InputType()
export class ReorganisationInput {
  @Field(() => ID) fromTeamId: string;
  @Field(() => ID) toTeamId: string;
  @Field(() => DateOnly, { description: 'From this day on.' }) day: string;

  @Field(() => [ID], { nullable: true, description: 'Absent: every touchpoint that the team has a part in.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  touchpointIds?: string[] | null;

  @Field(() => [ResponsibilityEnum], { nullable: true, description: 'Absent: whatever the team’s part is.' })
  @IsOptional()
  @ArrayMinSize(1)
  responsibilities?: Responsibility[] | null;
}
