import { registerEnumType } from '@nestjs/graphql';

/** GraphQL speaks in capitals; the domain's own words are the values. */
export enum EffectDirectionEnum {
  UP = 'up',
  DOWN = 'down',
}
registerEnumType(EffectDirectionEnum, { name: 'EffectDirection' });

export enum EffectMethodEnum {
  BEFORE_AFTER = 'before_after',
  INTERRUPTED_SERIES = 'interrupted_series',
  DIFFERENCE_IN_DIFFERENCES = 'difference_in_differences',
}
registerEnumType(EffectMethodEnum, { name: 'EffectMethod' });

export enum EffectGrainEnum {
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
}
registerEnumType(EffectGrainEnum, { name: 'EffectGrain' });

export enum EffectOccasionEnum {
  EVALUATION = 'evaluation',
  WATCH = 'watch',
}
registerEnumType(EffectOccasionEnum, {
  name: 'EffectOccasion',
  description: 'The evaluation on the registered day, or a later look at whether a proven gain is still there.',
});

export enum EffectVerdictEnum {
  PROVEN = 'proven',
  NOT_PROVEN = 'not_proven',
  WORSE = 'worse',
  INSUFFICIENT = 'insufficient',
  HOLDING = 'holding',
  FADED = 'faded',
}
registerEnumType(EffectVerdictEnum, { name: 'EffectVerdictKind' });

export enum EffectSideEnum {
  HISTORY = 'history',
  BEFORE = 'before',
  BETWEEN = 'between',
  AFTER = 'after',
  LATER = 'later',
}
registerEnumType(EffectSideEnum, {
  name: 'EffectSide',
  description: 'Where a bucket lies between baseline and evaluation.',
});

export enum EffectSeverityEnum {
  REFUSAL = 'refusal',
  WARNING = 'warning',
}
registerEnumType(EffectSeverityEnum, { name: 'EffectProblemSeverity' });
