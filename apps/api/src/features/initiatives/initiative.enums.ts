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

export enum LaunchOutcomeEnum {
  PROVEN = 'proven',
  NOT_PROVEN = 'not_proven',
  WORSE = 'worse',
  INSUFFICIENT = 'insufficient',
  OVERDUE = 'overdue',
  NOT_YET_DUE = 'not_yet_due',
  UNREGISTERED = 'unregistered',
}
registerEnumType(LaunchOutcomeEnum, {
  name: 'LaunchOutcome',
  description: 'What a launched initiative counts as; of several promises the least favourable decides.',
});

export enum LateKindEnum {
  LAUNCH = 'launch',
  MILESTONE = 'milestone',
  ACTION = 'action',
  EVALUATION = 'evaluation',
  REPORT = 'report',
  STAGE = 'stage',
}
registerEnumType(LateKindEnum, {
  name: 'LateKind',
  description: 'What is late. Stage: it stands there for more than twice as long as others stayed.',
});

export enum LaunchMarkEnum {
  FADED = 'faded',
  CONFOUNDED = 'confounded',
  WITHDREW = 'withdrew',
}
registerEnumType(LaunchMarkEnum, {
  name: 'LaunchMark',
  description: 'What has to be said beside what an initiative counts as.',
});
