import { registerEnumType } from '@nestjs/graphql';

export enum PainPointStateEnum {
  NEW = 'new',
  CONFIRMED = 'confirmed',
  PLANNED = 'planned',
  FIXED = 'fixed',
  VERIFIED = 'verified',
  DISMISSED = 'dismissed',
}
registerEnumType(PainPointStateEnum, { name: 'PainPointState' });

export enum PainPointKindEnum {
  SINGLE = 'single',
  COMMON = 'common',
  FALSE_HIGHLIGHT = 'false_highlight',
}
registerEnumType(PainPointKindEnum, {
  name: 'PainPointKind',
  description:
    'COMMON gathers single ones across journeys; FALSE_HIGHLIGHT is what the organisation is proud of and customers do not care for.',
});

export enum PainPointOrderEnum {
  NUMBER = 'number',
  SEVERITY = 'severity',
  FREQUENCY = 'frequency',
  FEEDBACK = 'feedback',
}
registerEnumType(PainPointOrderEnum, {
  name: 'PainPointOrder',
  description: 'The greatest first; what was not said yet comes last.',
});
