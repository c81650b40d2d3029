import { registerEnumType } from '@nestjs/graphql';

/** GraphQL speaks in capitals; the domain's own words are the values. */
export enum ExistenceEnum {
  EXISTING = 'existing',
  FUTURE = 'future',
}
registerEnumType(ExistenceEnum, {
  name: 'TouchpointExistence',
  description: 'Whether customers meet it today or may meet it one day.',
});
export type Existence = `${ExistenceEnum}`;

export enum ChannelEnum {
  BRANCH = 'branch',
  PHONE = 'phone',
  WEB = 'web',
  APP = 'app',
  EMAIL = 'email',
  CHAT = 'chat',
  SOCIAL = 'social',
  POST = 'post',
  SELF_SERVICE = 'self_service',
  FIELD = 'field',
  OTHER = 'other',
}
registerEnumType(ChannelEnum, { name: 'Channel' });
export type Channel = `${ChannelEnum}`;

export enum DontCheckEnum {
  KEPT = 'kept',
  BROKEN = 'broken',
}
registerEnumType(DontCheckEnum, {
  name: 'DontCheck',
  description: 'Of one of the four don’ts: kept or broken; null where nobody has looked yet.',
});
export type DontCheck = `${DontCheckEnum}`;

export enum ServiceLevelEnum {
  BASIC = 'basic',
  SATISFYING = 'satisfying',
  DELIGHTFUL = 'delightful',
  UNEXPECTED = 'unexpected',
}
registerEnumType(ServiceLevelEnum, { name: 'ServiceLevel' });
export type ServiceLevel = `${ServiceLevelEnum}`;

export enum ResponsibilityEnum {
  ACCOUNTABLE = 'accountable',
  RESPONSIBLE = 'responsible',
  CONSULTED = 'consulted',
  INFORMED = 'informed',
}
registerEnumType(ResponsibilityEnum, { name: 'Responsibility' });

export enum RemovalOutcomeEnum {
  DELETED = 'deleted',
  ARCHIVED = 'archived',
}
registerEnumType(RemovalOutcomeEnum, {
  name: 'TouchpointRemovalOutcome',
  description: 'Deleted where nothing hung on it; archived where owners, journeys or metrics remember it.',
});
