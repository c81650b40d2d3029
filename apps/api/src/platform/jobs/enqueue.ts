import { newId, type Transaction } from '../database/unit-of-work.js';
import type { JobDefinition } from './define-job.js';

/** Wakes the relays; what they then find in the outbox is what counts, so the message is empty. */
export const OUTBOX_CHANNEL = 'touchstone_outbox';

export interface EnqueueOptions {
  readonly delayMs?: number;
}

/**
 * Puts a job into the ledger and the outbox within the caller's transaction: the job leaves if and only if that
 * transaction commits. Returns the id under which its progress can be followed.
 */
export async function enqueue<Payload>(
  transaction: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  { delayMs = 0 }: EnqueueOptions = {},
): Promise<string> {
  const jobId = newId();
  const { principal } = transaction;
  await transaction.query(
    `WITH entry AS (
       INSERT INTO job (organization_id, id, name, payload, created_by) VALUES ($1, $2, $3, $4, $5)
     ), parcel AS (
       INSERT INTO outbox (organization_id, id, job_id, name, delay_ms) VALUES ($1, $6, $2, $3, $7)
     )
     SELECT pg_notify('${OUTBOX_CHANNEL}', '')`,
    [
      transaction.organizationId,
      jobId,
      job.name,
      JSON.stringify(job.payload.parse(payload)),
      principal.kind === 'member' ? principal.membershipId : null,
      newId(),
      Math.max(0, Math.round(delayMs)),
    ],
  );
  return jobId;
}

/** Sends a job that the ledger knows already once more; what it has done in earlier runs it does not do again. */
export async function enqueueAgain(transaction: Transaction, jobId: string, name: string): Promise<void> {
  await transaction.query(
    `WITH parcel AS (INSERT INTO outbox (organization_id, id, job_id, name) VALUES ($1, $2, $3, $4))
     SELECT pg_notify('${OUTBOX_CHANNEL}', '')`,
    [transaction.organizationId, newId(), jobId, name],
  );
}
