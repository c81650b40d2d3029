import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import type { DatabaseUrls } from '../database/database.js';
import { DATABASE_URLS, WORKER_DATABASE } from '../database/database.tokens.js';
import { Notifications } from '../database/notifications.js';
import { LOGGER } from '../logging/logger.js';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JobWorker, type WorkerTimings } from './job-worker.js';
import { OutboxRelay } from './outbox-relay.js';
import { openPostgresQueue, openRedisQueue, type QueueBackend } from './queue-backend.js';
import { Sweeps } from './sweeps.js';

export const WORKER_TIMINGS_TOKEN = Symbol('WORKER_TIMINGS');

/** Starts relay, worker and schedule in a process that runs jobs, and stops them before the database goes. */
@Injectable()
export class JobRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private queue: QueueBackend | undefined;
  private relay: OutboxRelay | undefined;
  private worker: JobWorker | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_URLS) private readonly urls: DatabaseUrls,
    @Inject(WORKER_DATABASE) private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(WORKER_TIMINGS_TOKEN) private readonly timings: WorkerTimings,
    private readonly notifications: Notifications,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly ledger: JobLedger,
  ) {}

  /** Handlers register while modules start; by now all of them have. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runWorkers) return;
    this.handlers.verify();
    this.queue = this.config.redisUrl
      ? await openRedisQueue(this.config.redisUrl, this.logger)
      : await openPostgresQueue(this.urls.worker, this.timings.concurrency + 4, this.logger);
    this.worker = new JobWorker(this.handlers, this.sweeps, this.ledger, this.timings, this.logger);
    await this.worker.start(this.queue);
    this.relay = new OutboxRelay(this.database, this.queue, this.notifications, this.logger);
    await this.sweeps.schedule(this.queue);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
    await this.worker?.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }
}
