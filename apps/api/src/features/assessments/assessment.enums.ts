import { registerEnumType } from '@nestjs/graphql';

/** GraphQL speaks in capitals; the domain's own words are the values. */
export enum AssessmentStateEnum {
  DRAFT = 'draft',
  OPEN = 'open',
  CLOSED = 'closed',
  PUBLISHED = 'published',
  ARCHIVED = 'archived',
}
registerEnumType(AssessmentStateEnum, { name: 'AssessmentState' });

export enum AnonymityPolicyEnum {
  ANONYMOUS = 'anonymous',
  CONFIDENTIAL = 'confidential',
  NAMED = 'named',
}
registerEnumType(AnonymityPolicyEnum, { name: 'AnonymityPolicy' });

export enum ScopeKindEnum {
  ORGANIZATION = 'organization',
  BUSINESS_UNIT = 'business_unit',
}
registerEnumType(ScopeKindEnum, { name: 'ScopeKind' });

export enum RaterGroupKindEnum {
  EXECUTIVES = 'executives',
  PROGRAMME_OFFICE = 'programme_office',
  OWNING_TEAMS = 'owning_teams',
  FRONT_LINE = 'front_line',
  PARTNERS = 'partners',
  OTHER = 'other',
}
registerEnumType(RaterGroupKindEnum, { name: 'RaterGroupKind' });

export enum InvitationStateEnum {
  ISSUED = 'issued',
  OPENED = 'opened',
  SUBMITTED = 'submitted',
  REVOKED = 'revoked',
  EXPIRED = 'expired',
}
registerEnumType(InvitationStateEnum, { name: 'InvitationState' });
