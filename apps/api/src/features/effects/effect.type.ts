import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateOnly, Json } from '../../platform/graphql/scalars.js';
import {
  EffectDirectionEnum,
  EffectGrainEnum,
  EffectMethodEnum,
  EffectOccasionEnum,
  EffectSeverityEnum,
  EffectSideEnum,
  EffectVerdictEnum,
} from './effect.enums.js';

@ObjectType('EffectSegment')
export class EffectSegmentType {
  @Field() dimension: string;
  @Field() value: string;
}

@ObjectType('EffectTarget', { description: 'A metric, over everybody or over one segment.' })
export class EffectTargetType {
  @Field(() => ID) metricId: string;
  @Field() metricName: string;
  @Field(() => EffectSegmentType, { nullable: true }) segment: EffectSegmentType | null;
}

@ObjectType('EffectProblem', { description: 'A refusal stands in the way; a warning may be lived with.' })
export class EffectProblemType {
  @Field(() => EffectSeverityEnum) severity: EffectSeverityEnum;
  @Field({ description: 'The field of the input.' }) path: string;
  @Field() code: string;
  @Field({ description: 'In English; interfaces translate by code.' }) message: string;
  @Field(() => Json, { nullable: true, description: 'Values of the sentence.' }) params?: unknown;
}

@ObjectType('EffectBaseline')
export class EffectBaselineType {
  @Field(() => Float) n: number;
  @Field(() => Float) value: number;
}

@ObjectType('EffectPlan', {
  description: 'What a promise needs to be seen, from the baseline as it is. An approximation.',
})
export class EffectPlanType {
  @Field(() => Float, {
    nullable: true,
    description: 'Observations that either side needs; null where only buckets vary or no sample is large enough.',
  })
  requiredN: number | null;
  @Field(() => Int, { nullable: true, description: 'Buckets after the settling time; null where no number is enough.' })
  requiredBuckets: number | null;
  @Field(() => Float, {
    description: 'The smallest change that the registered windows show with the registered power.',
  })
  minimumDetectableEffect: number;
  @Field(() => Float, { description: 'How many times more are needed because buckets differ and resemble each other.' })
  designEffect: number;
  @Field(() => Float) baselineN: number;
  @Field(() => Float) baselineValue: number;
  @Field(() => Int) baselineBuckets: number;
  @Field(() => Float) bucketSd: number;
  @Field(() => Float) rho: number;
}

@ObjectType('PlannedEffect', { description: 'A promise, looked at before it is saved.' })
export class PlannedEffectType {
  @Field(() => EffectPlanType, {
    nullable: true,
    description: 'Null where the baseline has fewer than four buckets or never varies.',
  })
  plan: EffectPlanType | null;
  @Field(() => EffectBaselineType, { nullable: true }) baseline: EffectBaselineType | null;
  @Field(() => [EffectProblemType]) problems: EffectProblemType[];
  @Field(() => Int, { description: 'Buckets that tell of too few people; they count as not observed.' })
  withheld: number;
}

@ObjectType('EffectReason', { description: 'A refusal makes a verdict “insufficient”; a caution stands beside it.' })
export class EffectReasonType {
  @Field() code: string;
  @Field({ description: 'refusal or caution' }) kind: string;
  @Field(() => Json) params: unknown;
}

@ObjectType('ConfoundingInitiative', { description: 'Another initiative that was at work on the same metric.' })
export class ConfoundingInitiativeType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
}

@ObjectType('EffectVerdict', { description: 'What the observations say. Kept as it was computed.' })
export class EffectVerdictType {
  @Field(() => ID) id: string;
  @Field(() => EffectOccasionEnum) occasion: EffectOccasionEnum;
  @Field(() => DateOnly) judgedOn: string;
  @Field(() => EffectVerdictEnum) verdict: EffectVerdictEnum;
  @Field(() => [EffectReasonType]) reasons: EffectReasonType[];
  @Field({ description: 'The version of the rules.' }) formula: string;
  @Field({ description: 'What values were compared with: none, control or last_year.' }) comparison: string;
  @Field(() => Float, { nullable: true, description: 'Change of the metric in its unit, as it moved.' })
  estimate: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) standardError: number | null;
  @Field(() => Float, { nullable: true }) p: number | null;
  @Field(() => Float, { nullable: true }) nBefore: number | null;
  @Field(() => Float, { nullable: true }) nAfter: number | null;
  @Field(() => Int) bucketsBefore: number;
  @Field(() => Int) bucketsAfter: number;
  @Field(() => Int, { description: 'Buckets that tell of too few people; they counted as not observed.' })
  withheld: number;
  @Field(() => Float, { nullable: true, description: 'What is left of a proven gain, as a share.' })
  left: number | null;
  @Field(() => [ConfoundingInitiativeType]) confoundedWith: ConfoundingInitiativeType[];
  @Field({ description: 'SHA-256 of everything it was computed from, in hexadecimal.' }) fingerprint: string;
  @Field() computedAt: Date;
}

@ObjectType('EffectPoint', { description: 'A bucket of the series that was judged.' })
export class EffectPointType {
  @Field(() => DateOnly) start: string;
  @Field(() => EffectSideEnum) side: EffectSideEnum;
  @Field(() => Float) value: number;
  @Field(() => Float) n: number;
  @Field(() => Float, { nullable: true, description: 'Where it would lie without an effect.' }) expected: number | null;
  @Field(() => Float, { nullable: true, description: 'What it was compared with.' }) compared: number | null;
}

@ObjectType('EffectRegistration', {
  description: 'What an initiative promised before its launch, and how it is judged. Sealed at the launch.',
})
export class EffectRegistrationType extends EffectTargetType {
  @Field(() => ID) id: string;
  @Field(() => ID) initiativeId: string;
  @Field() unit: string;
  @Field(() => EffectDirectionEnum) direction: EffectDirectionEnum;
  @Field(() => Float) expectedChange: number;
  @Field(() => EffectMethodEnum) method: EffectMethodEnum;
  @Field(() => EffectGrainEnum) grain: EffectGrainEnum;
  @Field(() => DateOnly) baselineFrom: string;
  @Field(() => DateOnly) baselineTo: string;
  @Field(() => DateOnly, { description: 'Planned; from the launch on the day that it was.' }) launchOn: string;
  @Field(() => Int) settlingDays: number;
  @Field(() => DateOnly) evaluateOn: string;
  @Field(() => Int) watchDays: number;
  @Field(() => EffectTargetType, { nullable: true }) control: EffectTargetType | null;
  @Field(() => Int) minimumN: number;
  @Field(() => Float) alpha: number;
  @Field(() => Float) power: number;
  @Field(() => EffectPlanType, { nullable: true, description: 'As it was when it was last saved or sealed.' })
  plan: EffectPlanType | null;
  @Field(() => Date, { nullable: true }) sealedAt: Date | null;
  @Field(() => String, { nullable: true }) sealedByName: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of what was sealed, in hexadecimal.' })
  seal: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether what stands here gives the same seal today.' })
  sealIntact: boolean | null;
  @Field(() => EffectBaselineType, { nullable: true, description: 'The baseline as it was sealed.' })
  sealedBaseline: EffectBaselineType | null;
  @Field(() => Date, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnByName: string | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => [EffectVerdictType], { description: 'The latest first.' }) verdicts: EffectVerdictType[];
  @Field(() => [EffectPointType], { description: 'The series of the latest verdict.' }) points: EffectPointType[];
  @Field() mayUpdate: boolean;
  @Field({ description: 'Its day has come, and nothing that stands says what became of it.' }) due: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('DoubtfulEffect', { description: 'A proven verdict that does not outlast Benjamini–Hochberg over all.' })
export class DoubtfulEffectType {
  @Field(() => ID) registrationId: string;
  @Field(() => ID) initiativeId: string;
  @Field(() => Float) adjustedP: number;
}

@ObjectType('EffectTally', { description: 'All effects of the organisation, honestly counted.' })
export class EffectTallyType {
  @Field(() => Int, { description: 'Initiatives that were launched, whatever became of them.' }) launched: number;
  @Field(() => Int, { description: 'Of these, with an effect that was registered before.' }) registered: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) proven: number;
  @Field(() => Int) notProven: number;
  @Field(() => Int) worse: number;
  @Field(() => Int) insufficient: number;
  @Field(() => Int, { description: 'Of the proven ones, those whose gain has faded since.' }) faded: number;
  @Field(() => Int, { description: 'Verdicts that a test stands behind.' }) tested: number;
  @Field(() => Float, { description: 'How many “proven” chance alone would be expected to give.' })
  expectedByChance: number;
  @Field(() => [DoubtfulEffectType]) doubtful: DoubtfulEffectType[];
}
