import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BreakInSeriesType } from './metric-series.type.js';

export enum ComparisonTestEnum {
  WELCH = 'welch',
  WELCH_OF_POINTS = 'welch_of_points',
  TWO_PROPORTIONS = 'two_proportions',
  NPS = 'nps',
  TWO_RATES = 'two_rates',
}
registerEnumType(ComparisonTestEnum, { name: 'ComparisonTest' });

export enum ComparisonRefusalEnum {
  TOO_FEW = 'too_few',
  NOT_COUNTED = 'not_counted',
  NO_VARIATION = 'no_variation',
  NO_TEST = 'no_test',
  BROKEN = 'broken',
}
registerEnumType(ComparisonRefusalEnum, { name: 'ComparisonRefusal', description: 'Why a difference is not judged.' });

@InputType({ description: 'From a moment up to, and without, another.' })
export class PeriodInput {
  @Field() from: Date;
  @Field() to: Date;
}

@ObjectType('ComparedPeriod')
export class ComparedPeriodType {
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => Float, { nullable: true, description: 'What the test counts: ratings, values, or points.' })
  n: number | null;
  @Field(() => Int) points: number;
  @Field(() => Int, { description: 'Points left out because too few people stand behind them.' }) withheld: number;
}

@ObjectType('PeriodComparison')
export class PeriodComparisonType {
  @Field(() => ComparedPeriodType) period: ComparedPeriodType;
  @Field(() => ComparedPeriodType) reference: ComparedPeriodType;
  @Field(() => ComparisonTestEnum, { nullable: true }) test: ComparisonTestEnum | null;
  @Field(() => Float, { nullable: true, description: 'Period less reference, in the unit of the metric.' })
  difference: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) p: number | null;
  @Field(() => ComparisonRefusalEnum, { nullable: true }) refusal: ComparisonRefusalEnum | null;
  @Field(() => BreakInSeriesType, { nullable: true, description: 'The break that lies between.' })
  brokenBy: BreakInSeriesType | null;
}
