import { Field, ID, InputType } from '@nestjs/graphql';
import { NotFoundError, ValidationError } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';

@InputType({ description: 'What an alert is about in the customer’s experience, to be taken up as a pain point.' })
export class PainPointInput {
  @Field() description: string;
  @Field(() => ID, { nullable: true }) touchpointId?: string | null;
}

const LONGEST = 4000;

/** Keeps what waits to be taken up; it outlives the alert's closing and is listed on it. */
export async function keepCandidate(
  { query, organizationId }: Transaction,
  { membershipId }: MemberPrincipal,
  alert: { readonly id: string; readonly metricId: string },
  input: PainPointInput,
): Promise<void> {
  const description = input.description.trim();
  if (!description) throw ValidationError.of('painPoint.description', 'required', 'Say what customers run into.');
  if (description.length > LONGEST) {
    throw ValidationError.of('painPoint.description', 'too_long', `Use at most ${LONGEST} characters.`, {
      maximum: LONGEST,
    });
  }
  const touchpointId = input.touchpointId ? rowId(input.touchpointId, 'Touchpoint') : null;
  if (touchpointId) {
    const [known] = await query('SELECT 1 FROM touchpoint WHERE organization_id = $1 AND id = $2', [
      organizationId,
      touchpointId,
    ]);
    if (!known) throw new NotFoundError('Touchpoint');
  }
  await query(
    `INSERT INTO pain_point_candidate (organization_id, id, alert_id, metric_id, touchpoint_id, description, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, newId(), alert.id, alert.metricId, touchpointId, description, membershipId],
  );
}
