import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { MetricDefinitionInput } from '../metrics/index.js';
import { ChannelEnum } from '../touchpoints/index.js';

@InputType()
export class ColumnTouchpointInput {
  @Field({ description: 'One of the library by this name is used; where there is none, it is made.' })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => ChannelEnum) channel: `${ChannelEnum}`;

  @Field(() => String, {
    nullable: true,
    description: 'The stage of the journey that it stands in; made where the journey has none by this name.',
  })
  @IsOptional()
  @MaxLength(200)
  stage?: string | null;
}

@InputType()
export class ColumnMetricInput {
  @Field(() => Int, { description: 'Of the file, counted from 0; given back with what was made of it.' })
  column: number;

  @Field() @MaxLength(200) name: string;

  @Field(() => MetricDefinitionInput)
  @ValidateNested()
  @Type(() => MetricDefinitionInput)
  definition: MetricDefinitionInput;

  @Field(() => ID, { nullable: true, description: 'Owns the metric and answers for the touchpoint.' })
  teamId?: string | null;

  @Field(() => ColumnTouchpointInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ColumnTouchpointInput)
  touchpoint?: ColumnTouchpointInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The stage that the metric itself speaks about, where no touchpoint does; made where there is none.',
  })
  @IsOptional()
  @MaxLength(200)
  stage?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The metric speaks about the journey as a whole.' })
  @IsOptional()
  ofJourney?: boolean | null;
}

@InputType({ description: 'The journey that the touchpoints stand in: one that there is, or a new one by name.' })
export class ColumnJourneyInput {
  @Field(() => ID, { nullable: true }) id?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In their order; those that the journey has not are made, whether or not a touchpoint stands in them.',
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @MaxLength(200, { each: true })
  stages?: string[] | null;
}

@InputType()
export class ColumnSetUpInput {
  @Field(() => [ColumnMetricInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ColumnMetricInput)
  columns: ColumnMetricInput[];

  @Field(() => ColumnJourneyInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ColumnJourneyInput)
  journey?: ColumnJourneyInput | null;
}

@ObjectType('SetUpColumn')
export class SetUpColumnType {
  @Field(() => Int) column: number;
  @Field(() => ID) metricId: string;
  @Field() metricName: string;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
}

@ObjectType('ColumnSetUp')
export class ColumnSetUpType {
  @Field(() => [SetUpColumnType]) columns: SetUpColumnType[];
  @Field(() => ID, { nullable: true }) journeyId: string | null;
}
