// A worker process of its own, from the built files, that takes one job, does half of it and hangs until it is killed.
// Started by killed-worker.int-spec.ts with the addresses of database and queue in its environment.
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { ConfigModule } from '../dist/platform/config/config.module.js';
import { readConfig } from '../dist/platform/config/config.js';
import { DatabaseModule } from '../dist/platform/database/database.module.js';
import { defineJob } from '../dist/platform/jobs/define-job.js';
import { JobHandlers } from '../dist/platform/jobs/job-handlers.js';
import { JobsModule } from '../dist/platform/jobs/jobs.module.js';
import { LiveModule } from '../dist/platform/live/live.module.js';
import { createLogger, NestLogger } from '../dist/platform/logging/logger.js';
import { MetricsModule } from '../dist/platform/metrics/metrics.module.js';
import { createMetrics } from '../dist/platform/metrics/metrics.js';

const twoHalves = defineJob({ name: 'two-halves', payload: z.object({}) });
const { WORKER_DATABASE_URL: url, WORKER_QUEUE_URL: redisUrl } = process.env;
const config = readConfig({ NODE_ENV: 'test', DATABASE_POOL: '2', ...(redisUrl ? { REDIS_URL: redisUrl } : {}) });
const logger = createLogger('silent');

class WorkerToKill {}
Module({
  imports: [
    ConfigModule.forRoot(config, logger),
    MetricsModule.forRoot(createMetrics()),
    DatabaseModule.forRoot(config, { owner: url, app: url, worker: url }, []),
    LiveModule,
    JobsModule.forRoot({ lockMs: 2000, stalledCheckMs: 1000 }),
  ],
  providers: [
    {
      provide: 'registration',
      inject: [JobHandlers],
      useFactory: (handlers) =>
        handlers.register(twoHalves, async (run) => {
          await run.once('first half', ({ query }) =>
            query('UPDATE organization SET minimum_group_size = minimum_group_size + 1 WHERE id = $1', [
              run.principal.organizationId,
            ]),
          );
          process.stdout.write('half done\n');
          await new Promise(() => undefined);
        }),
    },
  ],
})(WorkerToKill);

await NestFactory.createApplicationContext(WorkerToKill, { logger: new NestLogger(logger), abortOnError: false });
