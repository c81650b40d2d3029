import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { ExportMenu } from './ExportMenu.js';
import { BeginFutureStateDocument, JourneyMapDocument } from './journey-map.generated.js';
import { JourneyMapView } from './JourneyMapView.js';
import classes from './JourneyMap.module.css';

const route = getRouteApi('/app/journeys/$journeyId');

/** Landscape whatever the paper: A3 for a wall, A4 for a folder. Holds while this page is shown. */
const SHEET = '@media print { @page { size: landscape; margin: 8mm; } }';

/** One journey to read and to write where it is shown; beside its other state where it has one. */
export default function JourneyMapPage() {
  const { t } = useTranslation('journeys');
  const { journeyId } = route.useParams();
  const { beside } = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const { data, error, refetch } = useQuery(JourneyMapDocument, { variables: { id: journeyId } });
  const [begin, beginning] = useAct(BeginFutureStateDocument, { refetch: ['JourneyMap'] });
  const [refused, setRefused] = useState<AppError | null>(null);
  const map = data?.journeyMap;
  if (error && !map) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!map) return <Skeleton height={560} />;

  const other = map.futureId ?? map.futureOfId;
  const beginFuture = async () => {
    setRefused(null);
    const outcome = await begin({ journeyId });
    if (outcome.error) return setRefused(outcome.error);
    void navigate({ to: '.', search: { beside: true } });
  };
  const [current, future] = map.state === 'CURRENT' ? [map.id, map.futureId] : [map.futureOfId, map.id];

  return (
    <>
      <style>{SHEET}</style>
      <PageHeader
        above={<AppLink to="/journeys">{t('map.back')}</AppLink>}
        title={map.name}
        status={
          <StatusBadge tone={map.archivedAt ? 'quiet' : map.state === 'FUTURE' ? 'active' : 'good'}>
            {map.archivedAt ? t('archived') : t(`state.${map.state}`)}
          </StatusBadge>
        }
        owner={map.personaName}
        period={map.productName}
        actions={
          <>
            <LinkButton to="/journeys/$journeyId/health" params={{ journeyId }} variant="default">
              {t('map.health')}
            </LinkButton>
            {other ? (
              <Button
                variant="default"
                aria-pressed={beside ?? false}
                leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
                onClick={() => void navigate({ to: '.', search: { beside: beside ? undefined : true } })}
              >
                {t(beside ? 'map.alone' : 'map.beside')}
              </Button>
            ) : (
              map.state === 'CURRENT' &&
              !map.archivedAt &&
              can('create', 'Journey') && (
                <Button variant="default" loading={beginning} onClick={() => void beginFuture()}>
                  {t('map.beginFuture')}
                </Button>
              )
            )}
            <ExportMenu map={map} />
          </>
        }
      />
      {refused && <ErrorState error={refused} />}
      {map.summary && <p className={classes.summary}>{map.summary}</p>}
      {beside && current && future ? (
        <div className={classes.beside}>
          {[current, future].map((id, index) => (
            <section key={id} className={classes.side} aria-label={t(index === 0 ? 'state.CURRENT' : 'state.FUTURE')}>
              <h2 className={classes.sideTitle}>{t(index === 0 ? 'state.CURRENT' : 'state.FUTURE')}</h2>
              <JourneyMapView journeyId={id} />
            </section>
          ))}
        </div>
      ) : (
        <JourneyMapView journeyId={journeyId} />
      )}
    </>
  );
}
