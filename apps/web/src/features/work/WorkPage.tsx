import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan, useViewer } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { WaitsForMe, WhatCameOfIt } from '../concerns/index.js';
import { MyActions } from '../initiatives/index.js';
import { AlertLines } from './AlertLines.js';
import { PulseTable } from './PulseTable.js';
import classes from './Work.module.css';
import { MyWorkDocument, type MyWorkQuery } from './work.generated.js';

type Work = MyWorkQuery['myWork'];

/** What my teams answer for: first what needs somebody now, then how each touchpoint stands, and what is missing. */
export default function WorkPage() {
  const { t } = useTranslation('work');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(MyWorkDocument);
  const work = data?.myWork;
  return (
    <>
      <PageHeader
        title={t('title')}
        owner={work && formats.list(work.teams.map(({ name }) => name))}
        period={work && work.teams.length > 0 && t('lead')}
      />
      <div className={classes.page}>
        <WaitsForMe />
        <MyActions />
        <WhatCameOfIt />
        {error && !work && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!work && !error && (
          <>
            <Skeleton height={140} />
            <Skeleton height={260} />
            <Skeleton height={260} />
          </>
        )}
        {work && (work.teams.length === 0 ? <NoTeam work={work} /> : <OfTeams work={work} />)}
      </div>
    </>
  );
}

/** Executives and the office need no team: for them the page ends with what waits. */
const IN_TEAMS: ReadonlySet<string> = new Set(['TEAM_LEAD', 'CONTRIBUTOR']);

function NoTeam({ work }: { work: Work }) {
  const { t } = useTranslation('work');
  const can = useCan();
  const { role } = useViewer();
  return (
    <>
      {work.alertCount > 0 && <Alerts work={work} />}
      {IN_TEAMS.has(role) && (
        <EmptyState
          title={t('noTeam')}
          begin={
            can('read', 'Team') && (
              <LinkButton to="/admin/teams" variant="default">
                {t('toTeams')}
              </LinkButton>
            )
          }
        >
          {t('noTeamText')}
        </EmptyState>
      )}
    </>
  );
}

function Alerts({ work }: { work: Work }) {
  const { t } = useTranslation('work');
  return (
    <Panel
      title={t('alerts.title')}
      actions={
        work.alertCount > work.alerts.length && (
          <AppLink to="/monitoring/alerts" search={{ mine: true }} size="sm">
            {t('alerts.all', { count: work.alertCount })}
          </AppLink>
        )
      }
    >
      {work.alerts.length === 0 ? (
        <p className={classes.text}>{t('alerts.none')}</p>
      ) : (
        <AlertLines alerts={work.alerts} />
      )}
    </Panel>
  );
}

function OfTeams({ work }: { work: Work }) {
  const { t } = useTranslation('work');
  return (
    <>
      <Alerts work={work} />
      {work.touchpoints.length === 0 ? (
        <EmptyState
          title={t('touchpoint.none')}
          begin={
            <LinkButton to="/accountability" variant="default">
              {t('touchpoint.toMatrix')}
            </LinkButton>
          }
        >
          {t('touchpoint.noneText')}
        </EmptyState>
      ) : (
        work.touchpoints.map((touchpoint) => (
          <Touchpoint key={touchpoint.id} touchpoint={touchpoint} several={work.teams.length > 1} />
        ))
      )}
      {work.touchpointCount > work.touchpoints.length && (
        <p className={classes.text}>
          {t('touchpoint.more', { shown: work.touchpoints.length, count: work.touchpointCount })}{' '}
          <AppLink to="/touchpoints" size="sm">
            {t('touchpoint.toList')}
          </AppLink>
        </p>
      )}
      {work.metrics.length > 0 && (
        <Panel title={t('metrics.title')}>
          <p className={classes.text}>{t('metrics.text')}</p>
          <PulseTable label={t('metrics.title')} metrics={work.metrics} />
        </Panel>
      )}
    </>
  );
}

function Touchpoint({ touchpoint, several }: { touchpoint: Work['touchpoints'][number]; several: boolean }) {
  const { t } = useTranslation('work');
  const { id, name, teamName, metrics } = touchpoint;
  return (
    <Panel
      title={name}
      actions={
        <AppLink
          to="/touchpoints/$touchpointId"
          params={{ touchpointId: id }}
          size="sm"
          aria-label={t('touchpoint.openOne', { name })}
        >
          {several && teamName ? t('touchpoint.openOf', { team: teamName }) : t('touchpoint.open')}
        </AppLink>
      }
    >
      {metrics.length === 0 ? (
        <p className={classes.text}>
          {t('touchpoint.noMetric')}{' '}
          <AppLink to="/metrics/catalogue" size="sm">
            {t('touchpoint.linkMetric')}
          </AppLink>
        </p>
      ) : (
        <PulseTable label={t('touchpoint.metricsOf', { name })} metrics={metrics} />
      )}
    </Panel>
  );
}
