import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import { definedJobs, type JobDefinition } from './define-job.js';

/** One run of a job, as its handler sees it. */
export interface JobRun<Payload> {
  readonly jobId: string;
  readonly payload: Payload;
  /** 1 for the first try. */
  readonly attempt: number;
  /** The membership that asked for the job; null for the system and for respondents. */
  readonly createdBy: string | null;
  /** Acts for the job's organisation and no other. */
  readonly principal: SystemPrincipal;
  /** Aborted when the process is about to stop: throw at the next safe point and the job is run again elsewhere. */
  readonly signal: AbortSignal;
  /** Says how far the job is. Cheap to call often: at most a few reports a second are written. */
  progress(done: number, total?: number, note?: string): Promise<void>;
  /**
   * Does something that must happen exactly once, however often the job is delivered: the mark that it was done is
   * part of the transaction that does it. A second time gives what the first time gave.
   */
  once<Result>(key: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** What a handler returns is kept as the job's result and must be JSON. */
export type JobHandler<Payload> = (run: JobRun<Payload>) => Promise<unknown>;

export interface RegisteredJob {
  readonly job: JobDefinition<unknown>;
  readonly handler: JobHandler<unknown>;
}

/** Which handler runs which job. Features register when their module starts. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, RegisteredJob>();

  register<Payload>(job: JobDefinition<Payload>, handler: JobHandler<Payload>): void {
    if (this.handlers.has(job.name)) throw new Error(`Two handlers are registered for the job "${job.name}".`);
    this.handlers.set(job.name, { job, handler } as RegisteredJob);
  }

  find(name: string): RegisteredJob | undefined {
    return this.handlers.get(name);
  }

  /** Called once every module has started: a job that nobody handles would wait for ever. */
  verify(): void {
    const orphans = definedJobs().filter(({ name }) => !this.handlers.has(name));
    if (orphans.length > 0) {
      throw new Error(`No handler is registered for: ${orphans.map(({ name }) => name).join(', ')}.`);
    }
  }
}
