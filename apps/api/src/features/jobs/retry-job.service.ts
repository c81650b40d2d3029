import { Injectable } from '@nestjs/common';
import { RuleError } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueueAgain } from '../../platform/jobs/enqueue.js';
import { jobTopic } from '../../platform/jobs/job-ledger.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { JobType } from './job.type.js';
import { JobsReadModel } from './jobs.read-model.js';

/** Sends a dead job on its way once more; what it did before it died stays done. */
@Injectable()
export class RetryJobService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobsReadModel,
    private readonly live: LiveEvents,
  ) {}

  retry(member: MemberPrincipal, id: string): Promise<JobType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const job = await this.jobs.findIn(transaction, member, id);
      const revived = await transaction.query(
        `WITH revived AS (
           UPDATE job SET state = 'waiting', error_code = NULL, error_params = NULL, finished_at = NULL
           WHERE organization_id = $1 AND id = $2 AND state = 'dead' RETURNING id
         ) SELECT id FROM revived`,
        [member.organizationId, id],
      );
      if (revived.length === 0) throw new RuleError('JOB_NOT_DEAD', `The job is ${job.state}.`, { state: job.state });
      await enqueueAgain(transaction, id, job.name);
      await this.live.publish(transaction, jobTopic(id), {});
      transaction.audit({ act: 'job.retried', objectKind: 'Job', objectId: id, changes: { name: job.name } });
      return this.jobs.findIn(transaction, member, id);
    });
  }
}
