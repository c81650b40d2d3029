import { useQuery } from '@apollo/client/react';
import { Button, Code, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { notifyDone } from '../../ui/notify.js';
import { JobLive } from './JobLive.js';
import { useJobName } from './job-text.js';
import { JobDocument, RetryJobDocument } from './jobs.generated.js';

export function JobDetails({ id }: { id: string }) {
  const { t } = useTranslation('jobs');
  const { dateTime, number } = useFormats();
  const nameOf = useJobName();
  const can = useCan();
  const { data, error, refetch } = useQuery(JobDocument, { variables: { id } });
  const [retry, busy] = useAct(RetryJobDocument, { refetch: ['Jobs'] });
  const [refused, setRefused] = useState<AppError | null>(null);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={260} />;
  const { job } = data;
  const moment = (at: string | null) => (at ? dateTime(at) : '–');
  return (
    <Stack>
      <div>
        <JobLive job={job} />
      </div>
      <Facts
        facts={[
          { name: t('column.name'), value: nameOf(job.name) },
          { name: t('id'), value: <Code>{job.id}</Code> },
          { name: t('column.attempts'), value: number(job.attempts) },
          { name: t('column.created'), value: moment(job.createdAt) },
          { name: t('started'), value: moment(job.startedAt) },
          { name: t('column.finished'), value: moment(job.finishedAt) },
          ...(job.progressNote ? [{ name: t('note'), value: job.progressNote }] : []),
          ...(job.errorCode ? [{ name: t('error'), value: <Code>{job.errorCode}</Code> }] : []),
        ]}
      />
      {job.errorMessage && <Code block>{job.errorMessage}</Code>}
      {Boolean(job.result) && (
        <section aria-label={t('result')}>
          <Code block>{JSON.stringify(job.result, null, 2)}</Code>
        </section>
      )}
      {job.state === 'DEAD' && can('retry', 'Job') && (
        <div>
          <Button
            loading={busy}
            onClick={async () => {
              setRefused(null);
              const outcome = await retry({ id });
              if (outcome.error) return setRefused(outcome.error);
              notifyDone(t('retried'));
            }}
          >
            {t('retry')}
          </Button>
        </div>
      )}
      {refused && <ErrorState error={refused} />}
    </Stack>
  );
}
