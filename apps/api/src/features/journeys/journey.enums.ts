import { registerEnumType } from '@nestjs/graphql';

export enum JourneyStateEnum {
  CURRENT = 'current',
  FUTURE = 'future',
}
registerEnumType(JourneyStateEnum, { name: 'JourneyState' });

export enum LifecycleEnum {
  AWARENESS = 'awareness',
  CONSIDERATION = 'consideration',
  DECISION = 'decision',
  PURCHASE = 'purchase',
  AFTER_SALES = 'after_sales',
}
registerEnumType(LifecycleEnum, { name: 'LifecycleStage' });

export enum LaneEnum {
  SCENARIO = 'scenario',
  DOING = 'doing',
  THINKING = 'thinking',
  EXPECTATION = 'expectation',
  PAIN = 'pain',
  OPPORTUNITY = 'opportunity',
  FRONT_STAGE = 'front_stage',
  BACK_STAGE = 'back_stage',
  SUPPORT = 'support',
}
registerEnumType(LaneEnum, { name: 'MapLane' });

export enum FactorEnum {
  KEY_MOMENT = 'key_moment',
  INHIBITOR = 'inhibitor',
  MOTIVATOR = 'motivator',
}
registerEnumType(FactorEnum, { name: 'PlacementFactor' });
