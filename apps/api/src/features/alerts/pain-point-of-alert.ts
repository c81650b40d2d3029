import { Field, ID, InputType } from '@nestjs/graphql';
import { NotFoundError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { keepFeedback } from '../feedback/index.js';

@InputType({ description: 'What an alert is about in the customer’s experience; goes into the inbox of feedback.' })
export class AlertPainPointInput {
  @Field() description: string;
  @Field(() => ID, { nullable: true }) touchpointId?: string | null;
}

/** Puts it into the inbox, where it outlives the alert's closing; it is listed on the alert too. */
export async function handOn(
  transaction: Transaction,
  alert: { readonly id: string; readonly metricId: string },
  { description, touchpointId }: AlertPainPointInput,
): Promise<void> {
  const { query, organizationId } = transaction;
  const touchpoint = touchpointId ? rowId(touchpointId, 'Touchpoint') : null;
  if (touchpoint) {
    const [known] = await query('SELECT 1 FROM touchpoint WHERE organization_id = $1 AND id = $2', [
      organizationId,
      touchpoint,
    ]);
    if (!known) throw new NotFoundError('Touchpoint');
  }
  const said = { source: 'alert', text: description, touchpointId: touchpoint } as const;
  await keepFeedback(transaction, { ...said, alertId: alert.id, metricId: alert.metricId }, 'painPoint.description');
}
