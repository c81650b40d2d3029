import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { LiveEvents } from '../live/live-events.js';
import type { SystemPrincipal } from '../tenancy/principal.js';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly note: string | null;
}

export interface StartedJob {
  readonly payload: unknown;
  readonly attempts: number;
  readonly created_by: string | null;
}

export interface JobFailure {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The topic under which a job's changes are told. */
export const jobTopic = (jobId: string): string => `job.${jobId}`;

/** What became of every job, in the organisation's own table. Each change is told to whoever watches the job. */
@Injectable()
export class JobLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  /** Null where the job is over, or not of this organisation: a delivery too many, to be ignored. */
  async start(principal: SystemPrincipal, jobId: string): Promise<StartedJob | null> {
    const [started] = await this.change<StartedJob>(
      principal,
      jobId,
      `state = 'active', attempts = attempts + 1, started_at = coalesce(started_at, now()), finished_at = NULL
       WHERE organization_id = $1 AND id = $2 AND state IN ('waiting', 'active', 'failed')`,
    );
    return started ?? null;
  }

  async report(principal: SystemPrincipal, jobId: string, { done, total, note }: Progress): Promise<void> {
    await this.change(
      principal,
      jobId,
      `progress_done = $3, progress_total = $4, progress_note = $5
       WHERE organization_id = $1 AND id = $2 AND state = 'active'`,
      [done, total, note],
    );
  }

  async complete(principal: SystemPrincipal, jobId: string, result: unknown): Promise<void> {
    await this.change(
      principal,
      jobId,
      `state = 'completed', finished_at = now(), result = $3, error_code = NULL, error_params = NULL
       WHERE organization_id = $1 AND id = $2 AND state <> 'completed'`,
      [result === undefined ? null : JSON.stringify(result)],
    );
  }

  /** `failed` is tried again by itself; `dead` only when somebody asks for it. */
  async fail(principal: SystemPrincipal, jobId: string, state: 'failed' | 'dead', failure: JobFailure): Promise<void> {
    await this.change(
      principal,
      jobId,
      `state = $3, finished_at = CASE WHEN $3 = 'dead' THEN now() END, error_code = $4, error_params = $5
       WHERE organization_id = $1 AND id = $2 AND state NOT IN ('completed', 'dead')`,
      [state, failure.code, JSON.stringify(failure.params)],
    );
  }

  /** Back among those that wait, without a mark: the process stopped, the job did nothing wrong. */
  async putBack(principal: SystemPrincipal, jobId: string): Promise<void> {
    await this.change(
      principal,
      jobId,
      `state = 'waiting', attempts = greatest(attempts - 1, 0)
       WHERE organization_id = $1 AND id = $2 AND state = 'active'`,
    );
  }

  /** The mark that something was done and the doing of it are one transaction; a mark already there wins. */
  once<Result>(
    principal: SystemPrincipal,
    key: string,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.unitOfWork.work(principal, async (transaction) => {
      const [mark] = await transaction.query(
        `INSERT INTO processed_job (organization_id, key) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key`,
        [principal.organizationId, key],
      );
      if (!mark) {
        const [earlier] = await transaction.query<{ result: Result }>(
          'SELECT result FROM processed_job WHERE organization_id = $1 AND key = $2',
          [principal.organizationId, key],
        );
        return (earlier?.result ?? undefined) as Result;
      }
      const result = await work(transaction);
      if (result !== undefined) {
        await transaction.query('UPDATE processed_job SET result = $3 WHERE organization_id = $1 AND key = $2', [
          principal.organizationId,
          key,
          JSON.stringify(result),
        ]);
      }
      return result;
    });
  }

  private change<Row>(
    principal: SystemPrincipal,
    jobId: string,
    change: string,
    parameters: unknown[] = [],
  ): Promise<Row[]> {
    return this.unitOfWork.work(principal, async (transaction) => {
      const rows = await transaction.query<Row>(
        `WITH changed AS (UPDATE job SET ${change} RETURNING payload, attempts, created_by) SELECT * FROM changed`,
        [principal.organizationId, jobId, ...parameters],
      );
      if (rows.length > 0) await this.live.publish(transaction, jobTopic(jobId), {});
      return rows;
    });
  }
}
