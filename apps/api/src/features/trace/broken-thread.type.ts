import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly, LocalizedTextScalar } from '../../platform/graphql/scalars.js';
import { TraceKindEnum } from './trace.enums.js';

export enum BrokenThreadKindEnum {
  OBJECTIVE_WITHOUT_METRIC = 'objective_without_metric',
  METRIC_WITHOUT_PLACE = 'metric_without_place',
  TOUCHPOINT_WITHOUT_OWNER = 'touchpoint_without_owner',
  GAP_WITHOUT_PLAN = 'gap_without_plan',
  PAIN_POINT_WITHOUT_INITIATIVE = 'pain_point_without_initiative',
  INITIATIVE_WITHOUT_EFFECT = 'initiative_without_effect',
  FIX_WITHOUT_VERDICT = 'fix_without_verdict',
}
registerEnumType(BrokenThreadKindEnum, {
  name: 'BrokenThreadKind',
  description: 'In the order of the thread.',
  valuesMap: {
    METRIC_WITHOUT_PLACE: { description: 'It serves no objective and measures nothing.' },
    TOUCHPOINT_WITHOUT_OWNER: { description: 'As the accountability findings say it of today.' },
    GAP_WITHOUT_PLAN: { description: 'Of published results that no later wave has scored again.' },
    PAIN_POINT_WITHOUT_INITIATIVE: {
      description: 'Neither itself, by the common one it is part of, nor by an opportunity.',
    },
    INITIATIVE_WITHOUT_EFFECT: {
      description: 'Approved, not launched yet, and nothing is registered that it should move.',
    },
    FIX_WITHOUT_VERDICT: { description: 'Launched, without a verdict and without one that is still to come.' },
  },
});

@ObjectType('BrokenThread')
export class BrokenThreadType {
  @Field(() => TraceKindEnum) objectKind: TraceKindEnum;
  @Field(() => ID, { description: 'A gap is named by its assessment and its node.' }) id: string;
  @Field(() => Int, { nullable: true }) number: number | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => LocalizedTextScalar, { nullable: true }) localizedName: LocalizedText | null;
  @Field(() => String, { nullable: true }) state: string | null;
  @Field(() => String, { nullable: true, description: 'Who leads it, or the assessment that shows it.' })
  partOf: string | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day it came to be, was published or launched.' })
  since: string | null;
  @Field({ description: 'Whether you may make the joint that is missing.' }) mayMend: boolean;
}
export const BrokenThreadConnection = connectionOf('BrokenThread', BrokenThreadType);

@ObjectType('BrokenThreadCount')
export class BrokenThreadCountType {
  @Field(() => BrokenThreadKindEnum) kind: BrokenThreadKindEnum;
  @Field(() => Int) count: number;
}

@ObjectType('BrokenThreads')
export class BrokenThreadsType {
  @Field(() => [BrokenThreadCountType], { description: 'Every kind, those that are whole with 0.' })
  counts: BrokenThreadCountType[];
  @Field(() => BrokenThreadConnection, { description: 'Of the kind that was asked for, the oldest first.' })
  found: InstanceType<typeof BrokenThreadConnection>;
}
