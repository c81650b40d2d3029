import { registerEnumType } from '@nestjs/graphql';

/** GraphQL speaks in capitals; the domain's own words are the values. */
export enum InitiativeStageEnum {
  PROPOSED = 'proposed',
  APPROVED = 'approved',
  IN_PROGRESS = 'in_progress',
  LAUNCHED = 'launched',
  EVALUATING = 'evaluating',
  CLOSED = 'closed',
  WITHDRAWN = 'withdrawn',
}
registerEnumType(InitiativeStageEnum, { name: 'InitiativeStage' });

export enum GatedStageEnum {
  APPROVED = 'approved',
  IN_PROGRESS = 'in_progress',
  LAUNCHED = 'launched',
  CLOSED = 'closed',
}
registerEnumType(GatedStageEnum, {
  name: 'GatedStage',
  description: 'A stage that an organisation may let nobody enter without a decision.',
});

export enum HealthEnum {
  ON_TRACK = 'on_track',
  AT_RISK = 'at_risk',
  OFF_TRACK = 'off_track',
}
registerEnumType(HealthEnum, { name: 'InitiativeHealth' });

export enum ActionStateEnum {
  OPEN = 'open',
  DONE = 'done',
  DROPPED = 'dropped',
}
registerEnumType(ActionStateEnum, { name: 'ActionState' });

export enum RiskStateEnum {
  OPEN = 'open',
  HAPPENED = 'happened',
  GONE = 'gone',
}
registerEnumType(RiskStateEnum, { name: 'RiskState' });
