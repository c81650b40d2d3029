import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { Sweeps } from '../../platform/jobs/sweeps.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { recomputeRollupsJob } from '../rollup-marks/index.js';
import { evaluateMetricJob, recomputeRollupsSweep } from './observations.jobs.js';
import { recomputeSome } from './recompute-rollups.js';

/** Generous for a metric with very many observations; an ordinary statement of a job has a minute. */
const LONGEST_STATEMENT = '10min';

/** Told when numbers have changed; whoever shows some reads them again. */
export const ROLLUPS_TOPIC = 'rollups';

/** Makes roll-ups say what the observations say, wherever a day is marked. Any number of these may run at once. */
@Injectable()
export class RollupsService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.handlers.register(recomputeRollupsJob, async ({ principal, signal }) => ({
      days: await this.recompute(principal, signal),
    }));
    this.sweeps.register(recomputeRollupsSweep, async (principal, signal) => {
      await this.recompute(principal, signal);
    });
  }

  /** Gives how many days were recomputed. What somebody else is about to mark is theirs to have recomputed. */
  async recompute(principal: SystemPrincipal, signal?: AbortSignal): Promise<number> {
    const days = await this.recomputeAll(principal, signal);
    if (days > 0)
      await this.unitOfWork.work(principal, (transaction) => this.live.publish(transaction, ROLLUPS_TOPIC, { days }));
    return days;
  }

  private async recomputeAll(principal: SystemPrincipal, signal?: AbortSignal): Promise<number> {
    let days = 0;
    for (;;) {
      const before = days;
      for (const metricId of await this.due(principal)) {
        let taken: number;
        do {
          signal?.throwIfAborted();
          taken = await this.unitOfWork.work(principal, async (transaction) => {
            await transaction.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
            // A database that was filled a moment ago has no statistics yet: it takes what is joined here for a row or two, and
            // goes through one list once for every line of the other.
            await transaction.query('SET LOCAL enable_nestloop = off');
            const done = await recomputeSome(transaction, metricId);
            // Whoever watches the metric waits for all of its days, so they are called once and not for each part.
            if (done > 0 && !(await isMarked(transaction, metricId)))
              await enqueue(transaction, evaluateMetricJob, { metricId });
            return done;
          });
          days += taken;
        } while (taken > 0);
      }
      if (days === before) return days;
    }
  }

  private async due(principal: SystemPrincipal): Promise<readonly string[]> {
    const rows = await this.unitOfWork.work(principal, (transaction) =>
      transaction.query<{ metricId: string }>(
        `SELECT DISTINCT metric_id AS "metricId" FROM dirty_bucket WHERE organization_id = $1 ORDER BY 1`,
        [principal.organizationId],
      ),
    );
    return rows.map(({ metricId }) => metricId);
  }
}

async function isMarked({ query, organizationId }: Transaction, metricId: string): Promise<boolean> {
  const [found] = await query<{ marked: boolean }>(
    'SELECT EXISTS (SELECT FROM dirty_bucket WHERE organization_id = $1 AND metric_id = $2) AS marked',
    [organizationId, metricId],
  );
  return found!.marked;
}
