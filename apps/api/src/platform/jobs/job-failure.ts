import { randomUUID } from 'node:crypto';
import { ConflictError, DomainError, RateLimitedError, UnavailableError } from '@touchstone/domain';
import type { Logger } from 'pino';
import { isDatabaseGone } from '../database/database-gone.js';
import { loggedError } from '../errors/logged-error.js';
import type { JobFailure } from './job-ledger.js';

export interface JudgedFailure extends JobFailure {
  /** Whether trying again can help: a rule that stands against the job will stand against it next time too. */
  readonly passing: boolean;
}

/** What the ledger keeps of an error: a code that is translated where it is read, or the id of the log entry. */
export function judgeFailure(error: unknown, job: { name: string; id: string }, logger: Logger): JudgedFailure {
  const known = isDatabaseGone(error) ? new UnavailableError('The database') : error;
  if (known instanceof DomainError) {
    const passing =
      known instanceof UnavailableError || known instanceof RateLimitedError || known instanceof ConflictError;
    return { code: known.code, params: known.params, passing };
  }
  const logId = randomUUID();
  logger.error({ logId, job: job.name, jobId: job.id, err: loggedError(known) }, 'a job failed');
  return { code: 'JOB_FAILED', params: { logId }, passing: true };
}
