import { Inject, Injectable } from '@nestjs/common';
import { type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import type { Logger } from 'pino';
import { METRICS, type Metrics } from '../metrics/metrics.js';
import { LOGGER } from '../logging/logger.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { JobHandlers, type JobRun, type RegisteredJob } from './job-handlers.js';
import { JobLedger, type StartedJob } from './job-ledger.js';
import { judgeFailure } from './job-failure.js';
import { ProgressReporter } from './progress-reporter.js';
import type { Parcel, QueueBackend } from './queue-backend.js';
import { Sweeps } from './sweeps.js';

export interface WorkerTimings {
  /** How many jobs one process runs at a time. */
  readonly concurrency: number;
  /** A worker that does not renew its claim on a job for so long has died; the job is run again. */
  readonly lockMs: number;
  /** How often the workers look for such jobs. */
  readonly stalledCheckMs: number;
  readonly progressEveryMs: number;
}

export const WORKER_TIMINGS = Symbol('WORKER_TIMINGS');

export const USUAL_TIMINGS: WorkerTimings = {
  concurrency: 4,
  lockMs: 30_000,
  stalledCheckMs: 15_000,
  progressEveryMs: 300,
};

/** A job that takes its process down with it is not given a new one for ever. */
const DEATHS_BEFORE_DEAD = 4;

/** Takes jobs from the queue, runs their handlers and keeps the ledger. */
@Injectable()
export class JobWorker {
  private readonly stopping = new AbortController();
  private worker: Worker<Parcel> | undefined;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly ledger: JobLedger,
    @Inject(WORKER_TIMINGS) private readonly timings: WorkerTimings,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  async start(queue: QueueBackend): Promise<void> {
    this.worker = await queue.startWorker((job, token) => this.process(job, token), {
      concurrency: this.timings.concurrency,
      lockDuration: this.timings.lockMs,
      stalledInterval: this.timings.stalledCheckMs,
      maxStalledCount: DEATHS_BEFORE_DEAD,
    });
    this.worker.on('failed', (job, error) => void this.buryUnstarted(job, error));
  }

  /** Takes no new jobs, tells those that run, and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.worker?.close();
  }

  private async process(job: Job<Parcel>, token: string | undefined): Promise<unknown> {
    if (await this.sweeps.runIfSweep(job.name, this.stopping.signal)) return undefined;
    const principal = principalOf(job);
    const { jobId } = job.data;
    const started = await this.ledger.start(principal, jobId);
    if (!started) return undefined;
    const reporter = new ProgressReporter(
      (progress) => this.ledger.report(principal, jobId, progress),
      this.timings.progressEveryMs,
    );
    const took = this.metrics.jobSeconds.startTimer({ job: job.name });
    try {
      const registered = this.handlers.find(job.name);
      if (!registered) throw new Error(`This version has no handler for the job "${job.name}".`);
      const result = await registered.handler(this.runOf(registered, job, principal, started, reporter));
      await reporter.flush();
      await this.ledger.complete(principal, jobId, result);
      took({ outcome: 'completed' });
      return undefined;
    } catch (error) {
      await reporter.flush().catch(() => undefined);
      if (this.stopping.signal.aborted) {
        took({ outcome: 'put_back' });
        await this.ledger.putBack(principal, jobId);
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const { passing, ...failure } = judgeFailure(error, { name: job.name, id: jobId }, this.logger);
      const willRetry = passing && job.attemptsMade + 1 < (job.opts.attempts ?? 1);
      const outcome = willRetry ? 'failed' : 'dead';
      took({ outcome });
      await this.ledger.fail(principal, jobId, outcome, failure);
      // The queue's own record gets the code only: what an error says may hold what nobody should read there.
      throw willRetry ? new Error(failure.code) : new UnrecoverableError(failure.code);
    }
  }

  private runOf(
    { job: definition }: RegisteredJob,
    job: Job<Parcel>,
    principal: SystemPrincipal,
    started: StartedJob,
    reporter: ProgressReporter,
  ): JobRun<unknown> {
    const { jobId } = job.data;
    return {
      jobId,
      payload: definition.payload.parse(started.payload),
      attempt: started.attempts,
      createdBy: started.created_by,
      principal,
      signal: this.stopping.signal,
      progress: (done, total, note) => reporter.report(done, total, note),
      once: (key, work) => this.ledger.once(principal, `${jobId} ${key}`, work),
    };
  }

  /** The queue gives up on a job whose workers died over and over, without asking us; the ledger must know. */
  private async buryUnstarted(job: Job<Parcel> | undefined, error: Error): Promise<void> {
    if (!job?.data?.jobId || !/stalled/i.test(error.message)) return;
    const failure = { code: 'JOB_INTERRUPTED', params: { times: DEATHS_BEFORE_DEAD } };
    await this.ledger
      .fail(principalOf(job), job.data.jobId, 'dead', failure)
      .catch((reason: unknown) => this.logger.error({ reason: String(reason) }, 'a dead job could not be recorded'));
  }
}

const principalOf = (job: Job<Parcel>): SystemPrincipal => ({
  kind: 'system',
  organizationId: job.data.organizationId,
  name: job.name,
});
