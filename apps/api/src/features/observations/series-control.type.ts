import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ControlChartEnum {
  XMR = 'xmr',
  P = 'p',
  U = 'u',
}
registerEnumType(ControlChartEnum, { name: 'ControlChartKind' });

export enum ControlBasisEnum {
  BASELINE = 'baseline',
  ALL = 'all',
  NONE = 'none',
}
registerEnumType(ControlBasisEnum, {
  name: 'ControlBasis',
  description:
    'Limits frozen from the stated baseline; from all points so far; none, because there are too few points.',
});

/** Nelson's eight tests. */
export enum ControlRuleEnum {
  BEYOND_3S = 'beyond-3s',
  NINE_SAME_SIDE = '9-same-side',
  SIX_TREND = '6-trend',
  FOURTEEN_ALTERNATING = '14-alternating',
  TWO_OF_3_BEYOND_2S = '2of3-beyond-2s',
  FOUR_OF_5_BEYOND_1S = '4of5-beyond-1s',
  FIFTEEN_WITHIN_1S = '15-within-1s',
  EIGHT_OUTSIDE_1S = '8-outside-1s',
}
registerEnumType(ControlRuleEnum, { name: 'ControlRule', description: 'Nelson’s rules.' });

export enum SignalSideEnum {
  UP = 'up',
  DOWN = 'down',
}
registerEnumType(SignalSideEnum, { name: 'SignalSide' });

@ObjectType('ControlPhase')
export class ControlPhaseType {
  @Field({ description: 'Its first point that is shown.' }) from: Date;
  @Field() to: Date;
  @Field(() => ControlBasisEnum) basis: ControlBasisEnum;
  @Field(() => Int, { description: 'Points that its limits rest on.' }) points: number;
}

@ObjectType('ControlLimits')
export class ControlLimitsType {
  @Field() bucket: Date;
  @Field(() => Float) center: number;
  @Field(() => Float) lower: number;
  @Field(() => Float) upper: number;
}

@ObjectType('SeriesSignal')
export class SeriesSignalType {
  @Field(() => ControlRuleEnum) rule: ControlRuleEnum;
  @Field() from: Date;
  @Field({ description: 'The last point of it.' }) to: Date;
  @Field(() => SignalSideEnum, { nullable: true }) direction: SignalSideEnum | null;
}

@ObjectType('SeriesControl')
export class SeriesControlType {
  @Field(() => ControlChartEnum) chart: ControlChartEnum;
  @Field({ description: 'A share or rate charted as values, because what it rests on are not whole counts.' })
  notCounted: boolean;
  @Field(() => [ControlPhaseType], { description: 'Stretches between breaks.' }) phases: ControlPhaseType[];
  @Field(() => [ControlLimitsType]) limits: ControlLimitsType[];
  @Field(() => [SeriesSignalType]) signals: SeriesSignalType[];
}
