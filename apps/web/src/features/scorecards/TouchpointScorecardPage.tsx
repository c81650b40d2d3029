import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { Emotion } from './Emotion.js';
import { OutlookStrip } from './OutlookStrip.js';
import classes from './Scorecards.module.css';
import { type TargetOutlook, TouchpointScorecardDocument } from './scorecards.generated.js';
import { SheetActs } from './SheetActs.js';
import { StandingTable } from './StandingTable.js';

const route = getRouteApi('/app/touchpoints/$touchpointId/scorecard');

/** What one touchpoint has to show, wherever it stands. */
export default function TouchpointScorecardPage() {
  const { t } = useTranslation('scorecards');
  const { touchpointId } = route.useParams();
  const { data, error, refetch } = useQuery(TouchpointScorecardDocument, { variables: { id: touchpointId } });
  const card = data?.touchpointScorecard;
  if (error && !card) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!card) return <Skeleton height={480} mt="md" />;
  const counts = new Map<TargetOutlook, number>();
  for (const { outlook } of card.metrics) counts.set(outlook, (counts.get(outlook) ?? 0) + 1);
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId }}>
            {t('card.toTouchpoint')}
          </AppLink>
        }
        title={t('card.title', { name: card.name })}
        status={card.archivedAt ? <StatusBadge tone="quiet">{t('archived')}</StatusBadge> : undefined}
        owner={card.teamName ?? t('noOwner')}
        actions={<SheetActs />}
      />
      <div className={classes.page}>
        <Panel title={t('card.metrics')}>
          {card.metrics.length === 0 ? (
            <p className={classes.quiet}>{t('health.noMetric')}</p>
          ) : (
            <>
              <OutlookStrip
                label={t('status.summary')}
                outlooks={[...counts].map(([outlook, count]) => ({ outlook, count }))}
              />
              <StandingTable label={t('card.metrics')} metrics={card.metrics} />
            </>
          )}
        </Panel>
        <Panel title={t('card.places')}>
          {card.places.length === 0 ? (
            <p className={classes.quiet}>{t('card.noPlace')}</p>
          ) : (
            <PlainTable
              label={t('card.places')}
              columns={[
                { key: 'journey', title: t('column.journey') },
                { key: 'stage', title: t('column.stage') },
                { key: 'emotion', title: t('part.emotion') },
              ]}
              rows={card.places.map((place, index) => ({
                key: `${place.journeyId}:${index}`,
                cells: [
                  <AppLink
                    key="journey"
                    size="sm"
                    to="/journeys/$journeyId/health"
                    params={{ journeyId: place.journeyId }}
                  >
                    {place.journeyName}
                  </AppLink>,
                  place.stageName,
                  <Emotion key="emotion" felt={place} />,
                ],
              }))}
            />
          )}
        </Panel>
      </div>
    </>
  );
}
