import type { FollowedJob } from './use-job.js';

/** The file that a finished job has made, where it has made one. */
export function fileOfJob(job: Pick<FollowedJob, 'state' | 'result'> | undefined): string | null {
  const result = job?.result;
  if (job?.state !== 'COMPLETED' || typeof result !== 'object' || result === null || !('fileId' in result)) return null;
  return typeof result.fileId === 'string' ? result.fileId : null;
}
