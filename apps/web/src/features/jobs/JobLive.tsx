import { useSubscription } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ProgressWithCounts } from '../../ui/ProgressWithCounts.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { isUnderWay, jobTones, useJobName } from './job-text.js';
import { type JobFieldsFragment, JobProgressDocument } from './jobs.generated.js';

/** State and progress of a job, kept true while it runs: every report lands in the cache, and so in every place that shows it. */
export function JobLive({ job }: { job: JobFieldsFragment }) {
  const { t } = useTranslation('jobs');
  const nameOf = useJobName();
  useSubscription(JobProgressDocument, { variables: { id: job.id }, skip: !isUnderWay(job.state) });
  return (
    <>
      <StatusBadge tone={jobTones[job.state]}>{t(`state.${job.state}`)}</StatusBadge>
      {job.state === 'ACTIVE' && (
        <ProgressWithCounts done={job.progressDone} total={job.progressTotal} label={nameOf(job.name)} />
      )}
    </>
  );
}
