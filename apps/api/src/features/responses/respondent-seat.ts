import { DomainError, type AnonymityPolicy, type AssessmentState, UnauthenticatedError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import type { RespondentPrincipal } from '../../platform/tenancy/principal.js';
import { groupSignatureFits, SHARE_WAVE } from '../assessments/index.js';

/** The wave that a link leads to, and how the link stands. */
export interface Seat {
  readonly invitation_id: string | null;
  readonly invited_name: string | null;
  /** Sent to somebody, and not taken through a link that a whole group shares. */
  readonly personal: boolean;
  readonly revoked: boolean;
  readonly expires_at: Date;
  readonly submitted: boolean;
  readonly rater_group_id: string;
  readonly rater_group_name: string;
  readonly link_nonce: string;
  readonly assessment_id: string;
  readonly assessment_name: string;
  readonly purpose: string;
  readonly assessment_state: AssessmentState;
  readonly deadline: Date;
  readonly anonymity: AnonymityPolicy;
  readonly minimum_group_size: number;
  readonly model_version_id: string;
  readonly organization_name: string;
  readonly time_zone: string;
  readonly draft: Buffer | null;
  readonly draft_revision: number | null;
  readonly draft_saved_at: Date | null;
}

const WAVE = `
  g.id AS rater_group_id, g.name AS rater_group_name, g.link_nonce, a.id AS assessment_id, a.name AS assessment_name,
  a.purpose, a.state AS assessment_state, a.deadline, a.anonymity, a.minimum_group_size, a.model_version_id,
  o.name AS organization_name, o.time_zone`;
const WAVE_JOINS = `
  JOIN assessment a ON a.organization_id = g.organization_id AND a.id = g.assessment_id
  JOIN organization o ON o.id = g.organization_id`;

const SEAT_OF_PERSON = `
  SELECT i.id AS invitation_id, i.name AS invited_name, i.kind = 'person' AS personal, i.revoked_at IS NOT NULL AS revoked, i.expires_at,
    i.submitted_on IS NOT NULL AS submitted, ${WAVE},
    d.ciphertext AS draft, d.revision AS draft_revision, d.saved_at AS draft_saved_at
  FROM invitation i
  JOIN rater_group g ON g.organization_id = i.organization_id AND g.id = i.rater_group_id ${WAVE_JOINS}
  LEFT JOIN answer_draft d ON d.organization_id = i.organization_id AND d.invitation_id = i.id
  WHERE i.organization_id = $1 AND i.token_hash = $2`;

const SEAT_OF_GROUP = `
  SELECT NULL AS invitation_id, NULL AS invited_name, false AS personal, g.link_revoked_at IS NOT NULL AS revoked, a.deadline AS expires_at,
    false AS submitted, ${WAVE}, NULL AS draft, NULL AS draft_revision, NULL AS draft_saved_at
  FROM rater_group g ${WAVE_JOINS}
  WHERE g.organization_id = $1 AND g.id = $2`;

/** Finds what a link stands for. A link that is not known, or whose signature does not fit, is no credential at all. */
export async function findSeat(
  transaction: Transaction,
  principal: RespondentPrincipal,
  secretKey: string,
): Promise<Seat> {
  const { organizationId, link } = principal;
  const [seat] =
    link.kind === 'person'
      ? await transaction.query<Seat>(SEAT_OF_PERSON, [organizationId, link.tokenHash])
      : await transaction.query<Seat>(SEAT_OF_GROUP, [organizationId, link.raterGroupId]);
  if (!seat) throw unknownLink();
  if (link.kind === 'group' && !groupSignatureFits(secretKey, { organizationId, ...link }, seat.link_nonce)) {
    throw unknownLink();
  }
  return seat;
}

export const unknownLink = (): UnauthenticatedError => new UnauthenticatedError('This link is not known.');

/** What decides whether somebody may submit, for many at once. */
export type SeatOfPerson = Pick<
  Seat,
  'revoked' | 'submitted' | 'expires_at' | 'assessment_id' | 'assessment_state' | 'deadline' | 'model_version_id'
> & { readonly invitation_id: string; readonly token_hash: Buffer };

const SEATS_OF_PERSONS = `
  SELECT ${SHARE_WAVE}, i.id AS invitation_id, i.token_hash, i.revoked_at IS NOT NULL AS revoked, i.expires_at,
    i.submitted_on IS NOT NULL AS submitted, a.id AS assessment_id, a.state AS assessment_state, a.deadline, a.model_version_id
  FROM invitation i JOIN assessment a ON a.organization_id = i.organization_id AND a.id = i.assessment_id
  WHERE i.organization_id = $1 AND i.token_hash = ANY ($2::bytea[])`;

/** Those that are known of several links; in no order. Their waves are shared from here on. */
export const shareSeatsOfPersons = (
  transaction: Transaction,
  tokenHashes: readonly Buffer[],
): Promise<SeatOfPerson[]> =>
  transaction.prepared<SeatOfPerson>(SEATS_OF_PERSONS, [transaction.organizationId, tokenHashes]);

export type SeatState = 'open' | 'submitted' | 'closed' | 'expired' | 'revoked';

type Standing = Pick<Seat, 'revoked' | 'submitted' | 'expires_at' | 'assessment_state' | 'deadline'>;

export function stateOf(seat: Standing, now: Date): SeatState {
  if (seat.revoked) return 'revoked';
  if (seat.submitted) return 'submitted';
  if (seat.assessment_state !== 'open' || seat.deadline <= now) return 'closed';
  return seat.expires_at <= now ? 'expired' : 'open';
}

const REFUSALS: Readonly<Record<Exclude<SeatState, 'open'>, string>> = {
  revoked: 'LINK_REVOKED',
  submitted: 'ALREADY_SUBMITTED',
  closed: 'ASSESSMENT_CLOSED',
  expired: 'LINK_EXPIRED',
};

/** Refuses by name whatever is not open. */
export function demandOpen(seat: Standing, now: Date): void {
  const state = stateOf(seat, now);
  if (state !== 'open') throw new DomainError(REFUSALS[state], `The link is ${state}.`);
}
