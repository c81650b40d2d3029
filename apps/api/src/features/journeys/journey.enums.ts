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

export enum EvidenceKindEnum {
  MEASURED = 'measured',
  ASKED = 'asked',
  OBSERVED = 'observed',
  REPORTED = 'reported',
  JUDGED = 'judged',
}
registerEnumType(EvidenceKindEnum, {
  name: 'EvidenceKind',
  description: 'What a claim of a map rests on, from what was counted to what somebody thinks.',
});

export enum FactorEnum {
  KEY_MOMENT = 'key_moment',
  INHIBITOR = 'inhibitor',
  MOTIVATOR = 'motivator',
}
registerEnumType(FactorEnum, { name: 'PlacementFactor' });
