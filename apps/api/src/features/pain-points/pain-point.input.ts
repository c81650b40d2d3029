import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsNotEmpty, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { PainPointKindEnum } from './pain-point.enums.js';

@InputType()
export class PainPointInput {
  @Field()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => PainPointKindEnum, { nullable: true, description: 'SINGLE where nothing is said.' })
  kind?: PainPointKindEnum | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @Min(1)
  @Max(5)
  severity?: number | null;

  @Field(() => String, { nullable: true, description: 'What the severity rests on.' })
  @IsOptional()
  @MaxLength(2000)
  severityEvidence?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many met it …' })
  @IsOptional()
  @Min(0)
  frequencyCount?: number | null;

  @Field(() => Int, { nullable: true, description: '… of so many customers, cases or visits.' })
  @IsOptional()
  @Min(1)
  frequencyBase?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  frequencyEvidence?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(100)
  touchpointIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(100)
  personaIds?: string[] | null;
}

@InputType({ description: 'Given in order, each why before those that explain it.' })
export class CauseInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is there already.' })
  id?: string | null;

  @Field(() => Int, { description: '0 at the top; at most one deeper than the one before.' })
  @Min(0)
  @Max(20)
  depth: number;

  @Field()
  @IsNotEmpty()
  @MaxLength(1000)
  text: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  evidence?: string | null;

  @Field(() => Boolean, { nullable: true })
  root?: boolean | null;
}
