import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useViewer } from '../../session/session.js';
import { useWaitingAlerts } from '../../shell/use-waiting-alerts.js';
import { LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AttentionList } from './AttentionList.js';
import { HomeDocument } from './home.generated.js';
import { ExecutivePanel } from './ExecutivePanel.js';
import classes from './HomePage.module.css';
import { OpenWaves } from './OpenWaves.js';
import { ProgrammeStatus } from './ProgrammeStatus.js';

/** Fetched where much may wait for somebody, not with the first page of everybody. */
const WaitsForMe = lazy(() => import('../concerns/index.js').then((all) => ({ default: all.WaitsForMe })));

/** Where the programme stands, what is being asked now, and what waits for somebody. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const viewer = useViewer();
  const can = useCan();
  const waiting = useWaitingAlerts(can('read', 'Alert'));
  const { data, error, refetch } = useQuery(HomeDocument, { variables: { jobs: can('retry', 'Job') } });
  const nodes = (connection: { edges: { node: NonNullable<typeof data>['open']['edges'][number]['node'] }[] }) =>
    connection.edges.map((edge) => edge.node);
  return (
    <>
      <PageHeader
        title={t('title')}
        owner={viewer.organization.name}
        actions={
          <LinkButton to="/work" variant={viewer.role === 'TEAM_LEAD' ? 'filled' : 'default'}>
            {t('toWork')}
          </LinkButton>
        }
      />
      <div className={classes.page}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <>
            <Skeleton height={260} />
            <Skeleton height={180} />
          </>
        )}
        {viewer.role === 'EXECUTIVE' && (
          <Suspense fallback={null}>
            <WaitsForMe onlyIfAny />
          </Suspense>
        )}
        {viewer.role === 'EXECUTIVE' && <ExecutivePanel />}
        {data && (
          <>
            <ProgrammeStatus wave={nodes(data.published)[0]} />
            <div className={classes.columns}>
              <AttentionList
                facts={{
                  open: nodes(data.open),
                  // Work in progress waits for those who run it; to others it is only not there yet.
                  closed: can('run', 'Assessment') ? nodes(data.closed) : [],
                  draft: can('run', 'Assessment') ? nodes(data.draft) : [],
                  alerts: waiting,
                  deadJobs: data.deadJobs?.totalCount ?? 0,
                }}
              />
              <OpenWaves waves={nodes(data.open)} total={data.open.totalCount} />
            </div>
          </>
        )}
      </div>
    </>
  );
}
