import type { Tone } from '../../ui/StatusBadge.js';
import type { AssessmentState } from './assessments.generated.js';
import type { InvitationState } from './invitations.generated.js';

/** How a state looks at a glance; its word always stands beside the colour. */
export const STATE_TONES: Record<AssessmentState, Tone> = {
  DRAFT: 'quiet',
  OPEN: 'active',
  CLOSED: 'warn',
  PUBLISHED: 'good',
  ARCHIVED: 'quiet',
};

export const INVITATION_TONES: Record<InvitationState, Tone> = {
  ISSUED: 'quiet',
  OPENED: 'active',
  SUBMITTED: 'good',
  REVOKED: 'bad',
  EXPIRED: 'warn',
};
