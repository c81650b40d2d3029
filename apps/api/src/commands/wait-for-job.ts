import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { messageFor } from '../platform/errors/messages.js';
import type { SystemPrincipal } from '../platform/tenancy/principal.js';
import { CommandError } from './command-error.js';

const LOOK_EVERY_MS = 200;
/** A job that nobody has begun after this long has nobody to run it. */
const UNCLAIMED_MS = 60_000;

interface Row {
  readonly state: string;
  readonly result: unknown;
  readonly progress_done: number;
  readonly progress_total: number | null;
  readonly error_code: string | null;
  readonly error_params: Readonly<Record<string, string | number>> | null;
}

/** The result of a job, once it is there; the job's own failure otherwise. */
export async function resultOfJob<T>(
  app: INestApplicationContext,
  principal: SystemPrincipal,
  jobId: string,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void = () => undefined,
): Promise<T> {
  const unitOfWork = app.get(UnitOfWork);
  const asked = Date.now();
  for (;;) {
    const [job] = await unitOfWork.read(principal, (transaction) =>
      transaction.query<Row>(
        'SELECT state, result, progress_done, progress_total, error_code, error_params FROM job WHERE organization_id = $1 AND id = $2',
        [principal.organizationId, jobId],
      ),
    );
    if (job?.state === 'completed') return job.result as T;
    if (!job || job.state === 'dead') {
      const code = job?.error_code ?? 'JOB_FAILED';
      throw new CommandError(messageFor(code, 'en', job?.error_params ?? {}, 'The job failed.'), code);
    }
    if (job.state === 'waiting' && Date.now() - asked > UNCLAIMED_MS) {
      throw new CommandError(
        `No worker has taken the job ${jobId} for a minute; start a server or a worker, and it will be done.`,
        'NO_WORKER',
      );
    }
    if (job.progress_total) onProgress({ done: job.progress_done, total: job.progress_total });
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
