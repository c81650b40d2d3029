import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { JobHandlers } from './job-handlers.js';
import { JobWorker } from './job-worker.js';
import { LostJobs, recoverLostJobs } from './lost-jobs.js';
import { OutboxRelay } from './outbox-relay.js';
import type { QueueBackend } from './queue-backend.js';
import { QueueOpener } from './queue-opener.js';
import { Sweeps } from './sweeps.js';

/** Starts relay, worker and schedule in a process that runs jobs, and stops them before the database goes. */
@Injectable()
export class JobRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private queue: QueueBackend | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly opener: QueueOpener,
    private readonly handlers: JobHandlers,
    private readonly relay: OutboxRelay,
    private readonly worker: JobWorker,
    private readonly sweeps: Sweeps,
    private readonly lost: LostJobs,
  ) {}

  /** Handlers register while modules start; by now all of them have. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runWorkers) return;
    this.handlers.verify();
    const queue = await this.opener.open();
    this.queue = queue;
    this.sweeps.register(recoverLostJobs, (principal) => this.lost.recover(principal, queue));
    await this.worker.start(queue);
    this.relay.start(queue);
    await this.sweeps.schedule(queue);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.worker.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }
}
