import { registerEnumType } from '@nestjs/graphql';

export enum TraceKindEnum {
  GOAL = 'goal',
  OBJECTIVE = 'objective',
  METRIC = 'metric',
  ALERT = 'alert',
  PERSONA = 'persona',
  JOURNEY = 'journey',
  STAGE = 'stage',
  TEAM = 'team',
  TOUCHPOINT = 'touchpoint',
  ASSESSMENT = 'assessment',
  GAP = 'gap',
  FEEDBACK = 'feedback',
  PAIN_POINT = 'pain_point',
  OPPORTUNITY = 'opportunity',
  DECISION = 'decision',
  INITIATIVE = 'initiative',
  EFFECT = 'effect',
  VERDICT = 'verdict',
}
registerEnumType(TraceKindEnum, {
  name: 'TraceKind',
  description: 'What can stand in a trace, in the order of the thread.',
});

export enum TraceRelationEnum {
  HAS = 'has',
  MEASURED_BY = 'measured_by',
  MEASURES = 'measures',
  WATCHES = 'watches',
  BECOMES = 'becomes',
  TRAVELS = 'travels',
  ACCOUNTABLE = 'accountable',
  RESPONSIBLE = 'responsible',
  LEADS = 'leads',
  HEARD_IN = 'heard_in',
  WARNED_BY = 'warned_by',
  TOLD_AS = 'told_as',
  EVIDENCE_OF = 'evidence_of',
  HURTS_IN = 'hurts_in',
  MEETS = 'meets',
  PART_OF = 'part_of',
  SHOWS = 'shows',
  RESCORED_BY = 'rescored_by',
  ANSWERED_BY = 'answered_by',
  TAKEN_UP_BY = 'taken_up_by',
  FIXED_BY = 'fixed_by',
  CHANGED_BY = 'changed_by',
  CLOSED_BY = 'closed_by',
  NEEDED_BY = 'needed_by',
  DECIDES = 'decides',
  PROMISES = 'promises',
  MOVED_BY = 'moved_by',
  JUDGED_BY = 'judged_by',
}
registerEnumType(TraceRelationEnum, {
  name: 'TraceRelation',
  description: 'Read from the end `from` to the end `to`.',
});

export enum TraceDirectionEnum {
  /** What comes of it. */
  DOWN = 'down',
  /** What it is for and where it comes from. */
  UP = 'up',
  BOTH = 'both',
}
registerEnumType(TraceDirectionEnum, {
  name: 'TraceDirection',
  description: 'DOWN: what comes of it. UP: what it is for, and where it comes from.',
});
