import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { AlertLines } from './AlertLines.js';
import { PulseTable } from './PulseTable.js';
import classes from './Work.module.css';
import { TouchpointPulsesDocument } from './work.generated.js';

/** How a touchpoint stands: the alerts of its metrics, and their latest values. Needs the texts `work` and `alerts`. */
export function TouchpointPulse({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation('work');
  const { data, error, refetch } = useQuery(TouchpointPulsesDocument, { variables: { id: touchpointId } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={180} />;
  const alerts = data.alerts.edges.map(({ node }) => node);
  return (
    <>
      {alerts.length > 0 && (
        <Panel title={t('alerts.title')}>
          <AlertLines alerts={alerts} />
        </Panel>
      )}
      <Panel title={t('pulse.title')}>
        {data.touchpointPulse.length === 0 ? (
          <p className={classes.text}>
            {t('touchpoint.noMetric')}{' '}
            <AppLink to="/metrics/catalogue" size="sm">
              {t('touchpoint.linkMetric')}
            </AppLink>
          </p>
        ) : (
          <PulseTable label={t('pulse.title')} metrics={data.touchpointPulse} />
        )}
      </Panel>
    </>
  );
}
