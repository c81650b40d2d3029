import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { AnnotationsPanel } from './AnnotationsPanel.js';
import { ClassMark } from './ClassMark.js';
import { ConflictsPanel } from './ConflictsPanel.js';
import { DefinitionPanel } from './DefinitionPanel.js';
import { EditsPanel } from './EditsPanel.js';
import { EditPanel } from './EditPanel.js';
import { HistoryPanel } from './HistoryPanel.js';
import { LinksPanel } from './LinksPanel.js';
import classes from './Metric.module.css';
import { MetricActs } from './MetricActs.js';
import { type MetricFieldsFragment, MetricPageDocument } from './metrics.generated.js';
import type { MetricSearch } from './routes.js';
import { SeriesSection } from './series/SeriesSection.js';
import { TargetsPanel } from './TargetsPanel.js';

const route = getRouteApi('/app/metrics/$metricId');

export default function MetricPage() {
  const { metricId } = route.useParams();
  const { data, error, refetch } = useQuery(MetricPageDocument, { variables: { id: metricId } });
  if (data) return <Metric metric={data.metric} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={640} />;
}

/** What a metric means and has meant, what it should reach, where it hangs, and what is known of its series. */
function Metric({ metric }: { metric: MetricFieldsFragment }) {
  const { t } = useTranslation('metrics');
  const { edit }: MetricSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: string | undefined) => void navigate({ to: '.', search: (last) => ({ ...last, edit: next }) });
  // A page read before somebody archived the metric still offers nothing that would be refused.
  const tend = metric.mayUpdate && !metric.archivedAt ? open : undefined;
  return (
    <>
      <PageHeader
        above={<AppLink to="/metrics/catalogue">{t('list.title')}</AppLink>}
        title={metric.name}
        status={metric.archivedAt ? <StatusBadge tone="quiet">{t('list.archivedOne')}</StatusBadge> : undefined}
        owner={
          <>
            <ClassMark of={metric.definition.class} />
            {' · '}
            {metric.ownerTeamName ?? t('list.noOwner')}
          </>
        }
        period={<code>{metric.key}</code>}
        actions={<MetricActs metric={metric} onRename={tend && (() => open('rename'))} />}
      />
      <div className={classes.page}>
        <div className={classes.wide}>
          <SeriesSection metric={metric} onEdit={tend} />
        </div>
        <div className={classes.column}>
          <DefinitionPanel metric={metric} />
          <HistoryPanel metric={metric} onEdit={tend} />
          <EditsPanel metric={metric} />
        </div>
        <div className={classes.column}>
          <TargetsPanel metric={metric} onEdit={tend} />
          <LinksPanel metric={metric} onEdit={tend} />
          <ConflictsPanel metric={metric} onEdit={tend} />
          <AnnotationsPanel metric={metric} onEdit={tend} />
        </div>
      </div>
      <EditPanel metric={metric} edit={tend ? edit : undefined} onClose={() => open(undefined)} />
    </>
  );
}
