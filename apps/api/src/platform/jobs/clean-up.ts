import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { defineSweep, Sweeps } from './sweeps.js';

export const clearFinishedJobs = defineSweep({ name: 'clear-finished-jobs', everyMs: 6 * 3_600_000 });

/** Long enough to look something up; dead jobs stay until somebody has dealt with them. */
const KEPT_DAYS = 90;

/** Keeps ledger and outbox from growing for ever. */
@Injectable()
export class JobCleanUp implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(clearFinishedJobs, (principal) =>
      this.unitOfWork.work(principal, async ({ organizationId, query }) => {
        await query(
          `DELETE FROM outbox o USING job j
           WHERE o.organization_id = $1 AND o.published_at < now() - interval '1 day'
             AND j.organization_id = $1 AND j.id = o.job_id AND j.state IN ('completed', 'dead')`,
          [organizationId],
        );
        await query(
          `DELETE FROM job j WHERE organization_id = $1 AND state = 'completed'
             AND finished_at < now() - make_interval(days => $2)
             AND NOT EXISTS (SELECT FROM outbox o WHERE o.organization_id = $1 AND o.job_id = j.id)`,
          [organizationId, KEPT_DAYS],
        );
        await query(
          `DELETE FROM processed_job WHERE organization_id = $1 AND processed_at < now() - make_interval(days => $2)`,
          [organizationId, KEPT_DAYS * 2],
        );
      }),
    );
  }
}
