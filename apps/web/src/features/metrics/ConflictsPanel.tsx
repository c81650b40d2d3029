import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Metric.module.css';
import type { MetricFieldsFragment } from './metrics.generated.js';

interface PanelProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** What gets worse when this gets better, as somebody who knows has said. */
export function ConflictsPanel({ metric, onEdit }: PanelProps) {
  const { t } = useTranslation('metrics');
  return (
    <Panel
      title={t('page.conflicts')}
      actions={
        onEdit && (
          <Button size="xs" variant="default" onClick={() => onEdit('conflict')}>
            {t('conflict.add')}
          </Button>
        )
      }
    >
      {metric.conflicts.length === 0 ? (
        <p className={classes.quiet}>{t('conflict.none')}</p>
      ) : (
        <ul className={classes.list}>
          {metric.conflicts.map((conflict) => (
            <li key={conflict.id} className={classes.item}>
              <span className={classes.what}>
                <AppLink to="/metrics/$metricId" params={{ metricId: conflict.otherMetricId }} size="sm" fw={600}>
                  {conflict.otherMetricName}
                </AppLink>{' '}
                {conflict.otherMetricArchived && <StatusBadge tone="quiet">{t('list.archivedOne')}</StatusBadge>}
                <p className={classes.text}>{conflict.reason}</p>
              </span>
              {onEdit && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => onEdit(`conflict:${conflict.id}`)}
                  aria-label={t('conflict.editOne', { name: conflict.otherMetricName })}
                >
                  {t('edit')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
