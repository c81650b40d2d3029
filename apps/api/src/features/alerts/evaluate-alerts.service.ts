import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { evaluateMetricJob } from '../observations/index.js';
import { ALERTS_TOPIC } from './alerts-topic.js';
import { tellOfAlertsJob } from './alerts.jobs.js';
import { keepFindings } from './keep-findings.js';
import { readWatched } from './watched-metrics.js';

/** Metrics judged in one transaction. */
const METRICS_AT_ONCE = 50;

/** Judges metrics by their rules. Any number of these may run at once, and any of them may be cut off. */
@Injectable()
export class EvaluateAlertsService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.handlers.register(evaluateMetricJob, async ({ principal, payload }) => ({
      opened: await this.evaluate(principal, [payload.metricId]),
    }));
  }

  /** Gives how many alerts were opened. */
  async evaluate(principal: SystemPrincipal, metricIds: readonly string[], now = new Date()): Promise<number> {
    let opened = 0;
    for (let from = 0; from < metricIds.length; from += METRICS_AT_ONCE) {
      const some = metricIds.slice(from, from + METRICS_AT_ONCE);
      opened += await this.unitOfWork.work(principal, (transaction) => this.evaluateIn(transaction, some, now));
    }
    return opened;
  }

  async evaluateAll(principal: SystemPrincipal, now = new Date()): Promise<number> {
    const metrics = await this.unitOfWork.work(principal, (transaction) =>
      transaction.query<{ id: string }>(
        'SELECT id FROM metric WHERE organization_id = $1 AND archived_at IS NULL ORDER BY id',
        [principal.organizationId],
      ),
    );
    return this.evaluate(
      principal,
      metrics.map(({ id }) => id),
      now,
    );
  }

  /** The letters leave with the alerts they tell of, or not at all. */
  async evaluateIn(transaction: Transaction, metricIds: readonly string[], now: Date): Promise<number> {
    // One at a time in an organisation, so that two workers do not both count the same point.
    await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('alerts ' || $1::text, 0))`, [
      transaction.organizationId,
    ]);
    const opened: string[] = [];
    let changed = false;
    for (const watched of await readWatched(transaction, metricIds, now)) {
      const kept = await keepFindings(transaction, watched);
      opened.push(...kept.opened);
      changed ||= kept.changed;
    }
    if (opened.length > 0) await enqueue(transaction, tellOfAlertsJob, { occasion: 'opened', alertIds: opened });
    if (changed) await this.live.publish(transaction, ALERTS_TOPIC, {});
    return opened.length;
  }
}
