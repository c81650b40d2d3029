import { useQuery } from '@apollo/client/react';
import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { JobDetails } from './JobDetails.js';
import { JobLive } from './JobLive.js';
import { useJobName } from './job-text.js';
import { type JobFieldsFragment, JobsDocument, type JobState } from './jobs.generated.js';
import { type JobsSearch, jobStates } from './routes.js';

const column = createColumnHelper<JobFieldsFragment>();

export default function JobsPage() {
  const { t } = useTranslation('jobs');
  const nameOf = useJobName();
  const search = useSearch({ from: '/app/admin/jobs' });
  const navigate = useNavigate({ from: '/admin/jobs' });
  const change = (next: Partial<JobsSearch>) => void navigate({ search: (last) => ({ ...last, ...next }) });
  const query = useQuery(JobsDocument, {
    variables: { first: 25, state: search.state },
    notifyOnNetworkStatusChange: true,
    // New jobs appear by themselves; the ones on screen report by subscription.
    pollInterval: 15_000,
    skipPollAttempt: () => document.hidden,
  });
  const jobs = query.data?.jobs;
  const columns = useMemo(
    () => [
      column.accessor('name', {
        header: t('column.name'),
        enableSorting: false,
        meta: { fixed: true },
        cell: ({ row: { original: job } }) => (
          <Link from="/admin/jobs" to="/admin/jobs" search={(last) => ({ ...last, job: job.id })}>
            {nameOf(job.name)}
          </Link>
        ),
      }),
      column.display({
        id: 'state',
        header: t('column.state'),
        cell: ({ row: { original: job } }) => <JobLive job={job} />,
      }),
      column.accessor('attempts', { header: t('column.attempts'), enableSorting: false, meta: { number: true } }),
      column.accessor('createdAt', {
        header: t('column.created'),
        enableSorting: false,
        cell: (cell) => <RelativeTime at={cell.getValue()} />,
      }),
      column.accessor((job) => job.finishedAt ?? '', {
        id: 'finished',
        header: t('column.finished'),
        enableSorting: false,
        cell: (cell) => (cell.getValue() ? <RelativeTime at={cell.getValue()} /> : '–'),
      }),
    ],
    [t, nameOf],
  );

  return (
    <>
      <PageHeader title={t('title')} />
      <DataTable
        id="jobs"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, jobs)}
        loading={query.loading && !jobs}
        rowKey={(job) => job.id}
        onRow={(job) => change({ job: job.id })}
        filters={
          <SegmentedControl
            size="xs"
            aria-label={t('column.state')}
            value={search.state ?? 'ALL'}
            onChange={(state) => change({ state: state === 'ALL' ? undefined : (state as JobState) })}
            data={[
              { value: 'ALL', label: t('all') },
              ...jobStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
            ]}
          />
        }
        empty={
          <EmptyState title={search.state ? t('noneInState') : t('none')}>
            {search.state ? t(`noneText.${search.state}`) : t('noneText.any')}
          </EmptyState>
        }
      />
      <SidePanel opened={search.job !== undefined} onClose={() => change({ job: undefined })} title={t('details')}>
        {search.job && <JobDetails key={search.job} id={search.job} />}
      </SidePanel>
    </>
  );
}
