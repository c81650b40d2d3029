import { skipToken, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { FollowedJobDocument, FollowedJobProgressDocument, type JobFieldsFragment } from './job.generated.js';

export type FollowedJob = JobFieldsFragment;

const over = (job: FollowedJob | undefined): boolean => job?.state === 'COMPLETED' || job?.state === 'DEAD';

/** Every so often the state is asked as well: a push that was missed must not leave a bar standing still. */
const ASK_EVERY = 3000;

/**
 * A job as it goes on: pushed while the connection lives, asked for otherwise. Leaving the page does not touch the job.
 * `onOver` is called once when a job that was seen running has ended, however it ended.
 */
export function useJob(id: string | null | undefined, onOver?: (job: FollowedJob) => void): FollowedJob | undefined {
  const query = useQuery(FollowedJobDocument, id ? { variables: { id }, fetchPolicy: 'network-only' } : skipToken);
  const job = query.data?.job;
  const ended = over(job);
  // The pushed object carries the same id, so the cache hands it to the query above.
  useSubscription(FollowedJobProgressDocument, id && !ended ? { variables: { id } } : skipToken);
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (!id || ended) return stopPolling();
    startPolling(ASK_EVERY);
    return stopPolling;
  }, [id, ended, startPolling, stopPolling]);

  const told = useRef<string | null>(null);
  const tell = useRef(onOver);
  useEffect(() => {
    tell.current = onOver;
  });
  useEffect(() => {
    if (!job || !ended || told.current === job.id) return;
    told.current = job.id;
    tell.current?.(job);
  }, [job, ended]);
  return job;
}
