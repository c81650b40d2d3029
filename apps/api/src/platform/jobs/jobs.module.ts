import { type DynamicModule, Global, Module } from '@nestjs/common';
import { JobCleanUp } from './clean-up.js';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JobRuntime } from './job-runtime.js';
import { JobWorker, USUAL_TIMINGS, WORKER_TIMINGS, type WorkerTimings } from './job-worker.js';
import { LostJobs } from './lost-jobs.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueOpener } from './queue-opener.js';
import { Sweeps } from './sweeps.js';

/** Jobs: handlers and sweeps register here; the runtime runs them where the process is one that does. */
@Global()
@Module({})
export class JobsModule {
  static forRoot(timings: Partial<WorkerTimings> = {}): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: WORKER_TIMINGS, useValue: { ...USUAL_TIMINGS, ...timings } },
        JobCleanUp,
        JobHandlers,
        JobLedger,
        JobRuntime,
        JobWorker,
        LostJobs,
        OutboxRelay,
        QueueOpener,
        Sweeps,
      ],
      exports: [JobHandlers, JobLedger, Sweeps],
    };
  }
}
