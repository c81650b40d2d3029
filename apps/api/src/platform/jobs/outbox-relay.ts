import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { WORKER_DATABASE } from '../database/database.tokens.js';
import { Notifications } from '../database/notifications.js';
import { LOGGER } from '../logging/logger.js';
import { retriesOf } from './define-job.js';
import { OUTBOX_CHANNEL } from './enqueue.js';
import { type Dispatch, type QueueBackend, REMOVAL } from './queue-backend.js';

interface Parcel {
  organization_id: string;
  id: string;
  job_id: string;
  name: string;
  delay: string;
}

const BATCH = 100;
/** A message that woke nobody costs this much time, no more. */
const POLL_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Carries jobs from the outbox to the queue. Any number of relays may run: each takes rows that no other holds. A relay
 * that dies between publishing and marking publishes again, under the same id, which the queue knows already.
 */
@Injectable()
export class OutboxRelay {
  private queue: QueueBackend | undefined;
  private stopListening: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private again = false;
  private failures = 0;

  constructor(
    @Inject(WORKER_DATABASE) private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly notifications: Notifications,
  ) {}

  start(queue: QueueBackend): void {
    this.queue = queue;
    const wake = () => this.wake();
    this.stopListening = this.notifications.listen(OUTBOX_CHANNEL, { notified: wake, connected: wake });
    this.wake();
  }

  async stop(): Promise<void> {
    this.queue = undefined;
    this.stopListening?.();
    clearTimeout(this.timer);
    await this.running;
  }

  /** Something may be in the outbox. While a round is under way, one more follows it. */
  private wake(): void {
    if (!this.queue) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.round().finally(() => {
      this.running = undefined;
      if (!this.queue) return;
      if (this.again && this.failures === 0) {
        this.again = false;
        this.wake();
        return;
      }
      this.again = false;
      const pause = this.failures === 0 ? POLL_MS : Math.min(LONGEST_PAUSE_MS, 250 * 2 ** this.failures);
      this.timer = setTimeout(() => this.wake(), pause);
      this.timer.unref();
    });
  }

  private async round(): Promise<void> {
    try {
      while (this.queue && (await this.publishBatch(this.queue)) === BATCH);
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'jobs wait in the outbox');
    }
  }

  private publishBatch(queue: QueueBackend): Promise<number> {
    return this.database.transaction(async (manager) => {
      const parcels: Parcel[] = await manager.query(
        `SELECT organization_id, id, job_id, name,
           greatest(0, delay_ms - (extract(epoch FROM clock_timestamp() - created_at) * 1000)::bigint) AS delay
         FROM outbox WHERE published_at IS NULL ORDER BY created_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      if (parcels.length === 0) return 0;
      await queue.publish(parcels.map(asDispatch));
      await manager.query(
        `UPDATE outbox o SET published_at = clock_timestamp()
         FROM unnest($1::uuid[], $2::uuid[]) AS p (organization_id, id)
         WHERE o.organization_id = p.organization_id AND o.id = p.id`,
        [parcels.map((parcel) => parcel.organization_id), parcels.map((parcel) => parcel.id)],
      );
      return parcels.length;
    });
  }
}

function asDispatch(parcel: Parcel): Dispatch {
  const { attempts, backoffMs } = retriesOf(parcel.name);
  const delay = Number(parcel.delay);
  return {
    name: parcel.name,
    data: { organizationId: parcel.organization_id, jobId: parcel.job_id },
    opts: {
      jobId: parcel.id,
      attempts,
      backoff: { type: 'exponential', delay: backoffMs },
      ...(delay > 0 ? { delay } : {}),
      ...REMOVAL,
    },
  };
}
