import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { EcosystemCellDocument, StandingCards } from '../scorecards/index.js';
import classes from './Ecosystem.module.css';
import type { EcosystemSearch } from './routes.js';

/** The touchpoints behind a cell, each with its metrics and a way on. */
export function CellPanel({ search, onClose }: { search: EcosystemSearch; onClose: () => void }) {
  const { t } = useTranslation('ecosystem');
  const { product, stage } = search;
  const { data, error, refetch } = useQuery(EcosystemCellDocument, {
    variables: { productId: product ?? '', lifecycle: stage ?? 'AWARENESS' },
    skip: !product || !stage,
  });
  const cell = data?.ecosystemCell;
  const opened = product !== undefined && stage !== undefined;
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={
        cell && stage ? t('cell.title', { product: cell.product.name, stage: t(`lifecycle.${stage}`) }) : t('cell.one')
      }
    >
      {error && !cell && <ErrorState error={error} onRetry={() => void refetch()} />}
      {opened && !cell && !error && <Skeleton height={240} />}
      {cell && (
        <div className={classes.page}>
          {cell.metrics.length > 0 && (
            <section>
              <h3 className={classes.touchpoint}>{t('cell.whole')}</h3>
              <StandingCards metrics={cell.metrics} />
            </section>
          )}
          {cell.touchpoints.map((touchpoint) => (
            <section key={`${touchpoint.journeyId}:${touchpoint.stageName}:${touchpoint.touchpointId}`}>
              <h3 className={classes.touchpoint}>
                <AppLink to="/touchpoints/$touchpointId/scorecard" params={{ touchpointId: touchpoint.touchpointId }}>
                  {touchpoint.name}
                </AppLink>
              </h3>
              <p className={classes.quiet}>
                <AppLink
                  size="xs"
                  underline="always"
                  to="/journeys/$journeyId/health"
                  params={{ journeyId: touchpoint.journeyId }}
                >
                  {touchpoint.journeyName}
                </AppLink>{' '}
                · {touchpoint.stageName} · {touchpoint.teamName ?? t('cell.noOwner')}
              </p>
              {touchpoint.metrics.length === 0 ? (
                <p className={classes.quiet}>{t('cell.noMetric')}</p>
              ) : (
                <StandingCards metrics={touchpoint.metrics} />
              )}
            </section>
          ))}
        </div>
      )}
    </SidePanel>
  );
}
