import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EffectVerdictEnum } from '../effects/index.js';

export enum BenefitKindEnum {
  SAVING = 'saving',
  REVENUE = 'revenue',
  RETENTION = 'retention',
  RISK = 'risk',
}
registerEnumType(BenefitKindEnum, { name: 'BenefitKind' });

const MINOR = 'In the smallest unit of the currency.';

@ObjectType('Benefit', {
  description:
    'What an initiative is worth: what was aimed at, what is expected, and what the verdict says came of it.',
})
export class BenefitType {
  @Field(() => ID) id: string;
  @Field(() => ID) initiativeId: string;
  @Field() name: string;
  @Field(() => BenefitKindEnum) kind: BenefitKindEnum;
  @Field() currency: string;
  @Field(() => Float, { description: MINOR }) targetMinor: number;
  @Field(() => Float, { nullable: true, description: MINOR }) forecastMinor: number | null;
  @Field(() => ID, { nullable: true, description: 'The registered effect that its actual follows from.' })
  registrationId: string | null;
  @Field(() => String, { nullable: true }) metricName: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => Float, { nullable: true, description: 'Worth of one unit of the registered metric.' })
  worthPerUnitMinor: number | null;
  @Field(() => Float, { nullable: true, description: 'Filled from the verdict; nobody types it.' })
  actualMinor: number | null;
  @Field(() => Float, { nullable: true }) actualLowerMinor: number | null;
  @Field(() => Float, { nullable: true }) actualUpperMinor: number | null;
  @Field(() => EffectVerdictEnum, { nullable: true, description: 'The verdict that the actual was filled from.' })
  verdict: EffectVerdictEnum | null;
  @Field(() => Date, { nullable: true }) lockedAt: Date | null;
  @Field(() => String, { nullable: true }) lockedByName: string | null;
  @Field(() => Date, { nullable: true }) checkedAt: Date | null;
  @Field(() => String, { nullable: true }) checkedByName: string | null;
  @Field() mayUpdate: boolean;
  @Field({ description: 'Locked, not checked yet, and entered by somebody else.' }) mayCheck: boolean;
  @Field(() => Int) version: number;
}

@InputType()
export class BenefitInput {
  @Field() name: string;
  @Field(() => BenefitKindEnum) kind: BenefitKindEnum;
  @Field({ description: 'Three letters, e.g. EUR.' }) currency: string;
  @Field(() => Float, { description: MINOR }) targetMinor: number;
  @Field(() => Float, { nullable: true, description: MINOR }) forecastMinor?: number | null;
  @Field(() => ID, { nullable: true }) registrationId?: string | null;
  @Field(() => Float, { nullable: true, description: MINOR }) worthPerUnitMinor?: number | null;
}
