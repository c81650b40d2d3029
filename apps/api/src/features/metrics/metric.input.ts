import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { AggregationEnum, DirectionEnum, MetricCategoryEnum, MetricClassEnum } from './metric.enums.js';

const number = { nullable: true };

@InputType()
export class MetricDefinitionInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000)
  definition?: string | null;

  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field(() => MetricCategoryEnum) category: MetricCategoryEnum;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;

  @Field()
  @MaxLength(40)
  unit: string;

  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => Float, number) scaleMinimum?: number | null;
  @Field(() => Float, number) scaleMaximum?: number | null;

  @Field(() => [Float], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  notApplicable?: number[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  formula?: string | null;

  @Field(() => Float, number) warningThreshold?: number | null;
  @Field(() => Float, number) criticalThreshold?: number | null;

  @Field(() => Int, number)
  @IsOptional()
  @Min(1)
  @Max(400)
  cadenceDays?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(400)
  source?: string | null;
}

@InputType()
export class MetricInput {
  @Field({
    description: 'Small letters, digits and underscores; it stays for good, because formulas and imports use it.',
  })
  key: string;

  @Field() name: string;
  @Field(() => ID, { nullable: true }) ownerTeamId?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'From when the definition holds; absent: from today.' })
  validFrom?: string | null;

  @Field(() => MetricDefinitionInput)
  @ValidateNested()
  @Type(() => MetricDefinitionInput)
  definition: MetricDefinitionInput;
}

@InputType()
export class MetricTargetInput {
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Float) value: number;
  @Field(() => Float, number) upperValue?: number | null;
  @Field(() => ID, { nullable: true }) objectiveId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Puts on record what was aimed at in the past. Without it a day that has passed is refused.',
  })
  historical?: boolean | null;
}
