import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ConfigModule } from '../src/platform/config/config.module.js';
import { readConfig } from '../src/platform/config/config.js';
import { DatabaseModule } from '../src/platform/database/database.module.js';
import type { DatabaseUrls } from '../src/platform/database/database.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { definedJobs } from '../src/platform/jobs/define-job.js';
import { JobHandlers } from '../src/platform/jobs/job-handlers.js';
import type { WorkerTimings } from '../src/platform/jobs/job-worker.js';
import { JobsModule } from '../src/platform/jobs/jobs.module.js';
import { Sweeps } from '../src/platform/jobs/sweeps.js';
import { LiveEvents } from '../src/platform/live/live-events.js';
import { LiveModule } from '../src/platform/live/live.module.js';
import { createLogger, NestLogger } from '../src/platform/logging/logger.js';
import { MetricsModule } from '../src/platform/metrics/metrics.module.js';
import { createMetrics } from '../src/platform/metrics/metrics.js';

export interface JobProcess {
  readonly unitOfWork: UnitOfWork;
  readonly live: LiveEvents;
  readonly sweeps: Sweeps;
  /** What a scrape would read. */
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

export interface JobProcessParts {
  readonly urls: DatabaseUrls;
  readonly redisUrl?: string;
  readonly runWorkers?: boolean;
  readonly timings?: Partial<WorkerTimings>;
  /** Where the features' jobs are known but their handlers are not in this process. */
  readonly ignoreOtherJobs?: boolean;
  register?(handlers: JobHandlers, sweeps: Sweeps, unitOfWork: UnitOfWork): void;
}

export const QUICK: WorkerTimings = { concurrency: 4, lockMs: 2_000, stalledCheckMs: 1_000, progressEveryMs: 50 };

/** What a process that runs jobs consists of, without the features: several of these in one test are several processes. */
export async function startJobProcess(parts: JobProcessParts): Promise<JobProcess> {
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_POOL: '4',
    RUN_WORKERS: String(parts.runWorkers ?? true),
    ...(parts.redisUrl ? { REDIS_URL: parts.redisUrl } : {}),
  });
  const logger = createLogger(process.env['TEST_LOG'] ?? 'silent');
  const metrics = createMetrics();

  // As features do: when the module starts, not when it is put together.
  @Injectable()
  class Registration implements OnModuleInit {
    constructor(
      private readonly handlers: JobHandlers,
      private readonly sweeps: Sweeps,
      private readonly unitOfWork: UnitOfWork,
    ) {}

    onModuleInit(): void {
      parts.register?.(this.handlers, this.sweeps, this.unitOfWork);
      if (!parts.ignoreOtherJobs) return;
      for (const job of definedJobs()) {
        if (!this.handlers.find(job.name)) this.handlers.register(job, async () => undefined);
      }
    }
  }

  const app = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(config, logger),
      MetricsModule.forRoot(metrics),
      DatabaseModule.forRoot(config, parts.urls, []),
      LiveModule,
      JobsModule.forRoot({ ...QUICK, ...parts.timings }),
    ],
    providers: [Registration],
  })
    .setLogger(new NestLogger(logger))
    .compile();
  try {
    await app.init();
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    unitOfWork: app.get(UnitOfWork),
    live: app.get(LiveEvents),
    sweeps: app.get(Sweeps),
    metrics: () => metrics.registry.metrics(),
    stop: () => app.close(),
  };
}
