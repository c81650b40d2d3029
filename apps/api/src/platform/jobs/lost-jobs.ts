import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { enqueueAgain } from './enqueue.js';
import type { QueueBackend } from './queue-backend.js';
import { defineSweep } from './sweeps.js';

export const recoverLostJobs = defineSweep({ name: 'recover-lost-jobs', everyMs: 5 * 60_000 });

/** Longer than a handover between queue and ledger can take. */
const OVERDUE_MINUTES = 10;
const AT_A_TIME = 500;

interface Parcel {
  id: string;
  job_id: string;
  name: string;
}

/**
 * Sends jobs again that the ledger waits for and the queue has forgotten: after a restored backup, or a Redis that lost
 * its data. The ledger is what we trust; the queue is only the way there.
 */
@Injectable()
export class LostJobs {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async recover(principal: SystemPrincipal, queue: QueueBackend): Promise<void> {
    const parcels = await this.unitOfWork.work(principal, ({ query }) =>
      query<Parcel>(LATEST_PARCELS, [principal.organizationId, OVERDUE_MINUTES]),
    );
    for (const { id, job_id: jobId, name } of parcels) {
      if (await queue.awaits(id)) continue;
      await this.unitOfWork.work(principal, (transaction) => enqueueAgain(transaction, jobId, name));
    }
  }
}

const LATEST_PARCELS = `
  SELECT o.id, o.job_id, o.name FROM job j
  CROSS JOIN LATERAL (
    SELECT * FROM outbox o WHERE o.organization_id = $1 AND o.job_id = j.id ORDER BY o.id DESC LIMIT 1) o
  WHERE j.organization_id = $1 AND j.state IN ('waiting', 'active', 'failed')
    AND o.published_at + make_interval(secs => o.delay_ms / 1000.0, mins => $2) < now()
  ORDER BY o.id LIMIT ${AT_A_TIME}`;
