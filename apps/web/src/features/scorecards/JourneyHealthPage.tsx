import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { Emotion } from './Emotion.js';
import { HealthBadge } from './HealthBadge.js';
import { HealthParts } from './HealthParts.js';
import classes from './Scorecards.module.css';
import { JourneyHealthDocument, type JourneyHealthQuery } from './scorecards.generated.js';
import { SheetActs } from './SheetActs.js';
import { StandingTable } from './StandingTable.js';

const route = getRouteApi('/app/journeys/$journeyId/health');

type Stage = JourneyHealthQuery['journeyHealth']['stages'][number];

/** The scorecard of a journey: how it goes stage by stage, and how far that is known. */
export default function JourneyHealthPage() {
  const { t } = useTranslation('scorecards');
  const { journeyId } = route.useParams();
  const { data, error, refetch } = useQuery(JourneyHealthDocument, { variables: { id: journeyId } });
  const journey = data?.journeyHealth;
  if (error && !journey) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!journey) return <Skeleton height={480} mt="md" />;
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/journeys/$journeyId" params={{ journeyId }}>
            {t('health.toMap')}
          </AppLink>
        }
        title={t('health.title', { name: journey.name })}
        status={<HealthBadge health={journey.health} />}
        period={journey.productName}
        actions={<SheetActs />}
      />
      <div className={classes.page}>
        {journey.health.coverage.touchpoints === 0 ? (
          <EmptyState title={t('withheld.NO_TOUCHPOINTS')}>{t('health.noTouchpoints')}</EmptyState>
        ) : (
          <>
            <Panel title={t('health.whole')}>
              <HealthParts health={journey.health} />
              <p className={classes.foot}>
                {t(`health.why.${journey.health.withheld ?? journey.health.confidence ?? 'LOW'}`)}
              </p>
            </Panel>
            <StageOverview stages={journey.stages} />
            {journey.metrics.length > 0 && (
              <Panel title={t('health.ofJourney')}>
                <StandingTable label={t('health.ofJourney')} metrics={journey.metrics} />
              </Panel>
            )}
            {journey.stages.map((stage) => (
              <StageCard key={stage.stageId} stage={stage} />
            ))}
          </>
        )}
      </div>
    </>
  );
}

function StageOverview({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  return (
    <Panel title={t('health.byStage')}>
      <PlainTable
        label={t('health.byStage')}
        columns={[
          { key: 'stage', title: t('column.stage') },
          { key: 'health', title: t('column.health') },
          { key: 'emotion', title: t('part.emotion'), number: true },
          { key: 'perception', title: t('part.perception'), number: true },
          { key: 'targets', title: t('part.targets'), number: true },
          { key: 'known', title: t('part.known'), number: true },
        ]}
        rows={stages.map(({ stageId, name, health }) => ({
          key: stageId,
          cells: [
            name,
            <HealthBadge key="health" health={health} />,
            health.emotion.mean === null
              ? '–'
              : number(health.emotion.mean, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
            health.perception.score === null ? '–' : number(health.perception.score, { maximumFractionDigits: 0 }),
            health.targets.judged === 0
              ? '–'
              : t('of', { count: number(health.targets.met), total: number(health.targets.judged) }),
            t('of', { count: number(health.coverage.known), total: number(health.coverage.touchpoints) }),
          ],
        }))}
      />
    </Panel>
  );
}

function StageCard({ stage }: { stage: Stage }) {
  const { t } = useTranslation('scorecards');
  if (stage.touchpoints.length === 0 && stage.metrics.length === 0) return null;
  return (
    <Panel title={stage.name} actions={<HealthBadge health={stage.health} />}>
      <div className={classes.touchpoints}>
        {stage.metrics.length > 0 && (
          <StandingTable label={t('health.ofStage', { name: stage.name })} metrics={stage.metrics} />
        )}
        {stage.touchpoints.map((touchpoint) => (
          <section key={touchpoint.touchpointId} className={classes.touchpoint}>
            <div className={classes.goalHead}>
              <h3 className={classes.touchpointName}>
                <AppLink to="/touchpoints/$touchpointId/scorecard" params={{ touchpointId: touchpoint.touchpointId }}>
                  {touchpoint.name}
                </AppLink>
              </h3>
              <span className={classes.quiet}>{touchpoint.teamName ?? t('noOwner')}</span>
              <Emotion felt={touchpoint} />
            </div>
            {touchpoint.metrics.length === 0 ? (
              <p className={classes.quiet}>{t('health.noMetric')}</p>
            ) : (
              <StandingTable label={t('health.ofTouchpoint', { name: touchpoint.name })} metrics={touchpoint.metrics} />
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}
