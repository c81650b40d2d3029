import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { OwnersPanel } from '../ownership/index.js';
import { TouchpointPulse } from '../work/index.js';
import type { TouchpointSearch } from './routes.js';
import { TouchpointActs } from './TouchpointActs.js';
import { TouchpointFacts } from './TouchpointFacts.js';
import { TouchpointHistory } from './TouchpointHistory.js';
import { TouchpointMetrics } from './TouchpointMetrics.js';
import { TouchpointPainPoints } from './TouchpointPainPoints.js';
import classes from './TouchpointPage.module.css';
import { TouchpointPlaces } from './TouchpointPlaces.js';
import { TouchpointPageDocument } from './touchpoints.generated.js';

const route = getRouteApi('/app/touchpoints/$touchpointId');

export default function TouchpointPage() {
  const { t } = useTranslation('touchpoints');
  const { touchpointId } = route.useParams();
  const search: TouchpointSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(TouchpointPageDocument, { variables: { id: touchpointId } });
  const touchpoint = data?.touchpoint;
  const change = (next: TouchpointSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: 'on' in next });
  if (error && !touchpoint) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!touchpoint) return <Skeleton height={480} mt="md" />;
  return (
    <>
      <PageHeader
        above={<AppLink to="/touchpoints">{t('list.title')}</AppLink>}
        title={touchpoint.name}
        status={
          touchpoint.archivedAt ? (
            <StatusBadge tone="quiet">{t('archived')}</StatusBadge>
          ) : (
            <StatusBadge tone={touchpoint.existence === 'FUTURE' ? 'quiet' : 'active'}>
              {t(`existence.${touchpoint.existence}`)}
            </StatusBadge>
          )
        }
        owner={t(`channel.${touchpoint.channel}`)}
        actions={<TouchpointActs touchpoint={touchpoint} />}
      />
      <div className={classes.page}>
        <OwnersPanel
          touchpoint={touchpoint}
          on={search.on ?? touchpoint.today}
          onDay={(on) => change({ on: on === touchpoint.today ? undefined : on })}
          assigning={search.assign ?? false}
          ending={search.end}
          onDialog={change}
        />
        <div className={classes.columns}>
          <TouchpointFacts touchpoint={touchpoint} />
          <TouchpointMetrics touchpoint={touchpoint} />
        </div>
        <TouchpointPainPoints touchpointId={touchpointId} />
        {!touchpoint.archivedAt && <TouchpointPulse touchpointId={touchpointId} />}
        <TouchpointPlaces touchpoint={touchpoint} />
        <TouchpointHistory touchpointId={touchpointId} />
      </div>
    </>
  );
}
