import { type DynamicModule, Global, Module } from '@nestjs/common';
import { JobCleanUp } from './clean-up.js';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JobRuntime, WORKER_TIMINGS_TOKEN } from './job-runtime.js';
import { WORKER_TIMINGS, type WorkerTimings } from './job-worker.js';
import { Sweeps } from './sweeps.js';

/** Jobs: handlers and sweeps register here; the runtime runs them where the process is one that does. */
@Global()
@Module({})
export class JobsModule {
  static forRoot(timings: Partial<WorkerTimings> = {}): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: WORKER_TIMINGS_TOKEN, useValue: { ...WORKER_TIMINGS, ...timings } },
        JobHandlers,
        JobLedger,
        Sweeps,
        JobCleanUp,
        JobRuntime,
      ],
      exports: [JobHandlers, JobLedger, Sweeps],
    };
  }
}
