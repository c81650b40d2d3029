/** The closed lists of the contract, in the order in which a reader meets them. The compiler keeps them complete. */
import type { AnonymityPolicy, AssessmentState, RaterGroupKind } from './assessments.generated.js';
import type { InvitationState } from './invitations.generated.js';

type Complete<Union extends string, List extends readonly Union[]> =
  Exclude<Union, List[number]> extends never ? List : never;
const all =
  <Union extends string>() =>
  <const List extends readonly Union[]>(list: Complete<Union, List>): List =>
    list;

export const ASSESSMENT_STATES = all<AssessmentState>()(['DRAFT', 'OPEN', 'CLOSED', 'PUBLISHED', 'ARCHIVED']);
export const ANONYMITY_POLICIES = all<AnonymityPolicy>()(['ANONYMOUS', 'CONFIDENTIAL', 'NAMED']);
export const RATER_GROUP_KINDS = all<RaterGroupKind>()([
  'EXECUTIVES',
  'PROGRAMME_OFFICE',
  'OWNING_TEAMS',
  'FRONT_LINE',
  'PARTNERS',
  'OTHER',
]);
export const INVITATION_STATES = all<InvitationState>()(['ISSUED', 'OPENED', 'SUBMITTED', 'REVOKED', 'EXPIRED']);
export const RUN_TABS = ['monitor', 'invitations', 'setup'] as const;
