import type { Transaction } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { recomputeRollupsJob } from './rollup-marks.jobs.js';

/** Stands for everything of a metric, where what changed is not a day but the clock or the definition. */
export const WHOLE = '-infinity';

/**
 * Marks days in the transaction that changes them; in their order, so that two who mark never wait for one another. Days
 * are those of UTC: a mark means the same whatever the organisation's clock says when it is taken.
 */
export const markDays = (changed: string): string =>
  `INSERT INTO dirty_bucket (organization_id, metric_id, day)
   SELECT DISTINCT $1::uuid, metric_id, (observed_at AT TIME ZONE 'UTC')::date FROM ${changed}
   ORDER BY 2, 3
   ON CONFLICT (organization_id, metric_id, day) DO UPDATE SET marked_at = now()`;

/** Has everything of one metric, or of all, computed anew; in the transaction that changes what it follows from. */
export async function markWhole(transaction: Transaction, metricId: string | null): Promise<void> {
  await transaction.query(
    `INSERT INTO dirty_bucket (organization_id, metric_id, day)
     SELECT organization_id, id, '${WHOLE}' FROM metric
     WHERE organization_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY id
     ON CONFLICT (organization_id, metric_id, day) DO UPDATE SET marked_at = now()`,
    [transaction.organizationId, metricId],
  );
  await enqueue(transaction, recomputeRollupsJob, {});
}
