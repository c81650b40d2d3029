import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { SegmentInput } from '../observations/index.js';
import { EffectDirectionEnum, EffectGrainEnum, EffectMethodEnum } from './effect.enums.js';

@InputType({ description: 'A metric, over everybody or over one segment.' })
export class EffectTargetInput {
  @Field(() => ID) metricId: string;
  @Field(() => SegmentInput, { nullable: true }) segment?: SegmentInput | null;
}

@InputType({ description: 'What an initiative promises before its launch, and how that will be judged.' })
export class EffectInput extends EffectTargetInput {
  @Field(() => EffectDirectionEnum) direction: EffectDirectionEnum;
  @Field(() => Float, { description: 'In the metric’s unit, above 0.' }) expectedChange: number;
  @Field(() => EffectMethodEnum) method: EffectMethodEnum;
  @Field(() => EffectGrainEnum, { nullable: true, defaultValue: EffectGrainEnum.WEEK }) grain: EffectGrainEnum | null;
  @Field(() => DateOnly) baselineFrom: string;
  @Field(() => DateOnly, { description: 'The first day after the baseline.' }) baselineTo: string;
  @Field(() => DateOnly, { description: 'When the change is meant to come.' }) launchOn: string;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Days after the launch that are left out.' })
  settlingDays: number | null;
  @Field(() => DateOnly, { description: 'The first day after what is judged.' }) evaluateOn: string;
  @Field(() => Int, { nullable: true, defaultValue: 180, description: 'How long a proven gain is looked after.' })
  watchDays: number | null;
  @Field(() => EffectTargetInput, { nullable: true }) control?: EffectTargetInput | null;
  @Field(() => Int, { description: 'Observations that either side needs.' }) minimumN: number;
  @Field(() => Float, { nullable: true, defaultValue: 0.05 }) alpha: number | null;
  @Field(() => Float, { nullable: true, defaultValue: 0.8 }) power: number | null;
}
