import { Button } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeZoneContext, useFormats } from '../../i18n/format.js';
import { wallClock } from '../../i18n/zoned-time.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Metric.module.css';
import type { MetricFieldsFragment } from './metrics.generated.js';
import { useTargetText } from './use-target-text.js';

interface PanelProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** What the metric should reach, by when and for which objective. */
export function TargetsPanel({ metric, onEdit }: PanelProps) {
  const { t } = useTranslation('metrics');
  const { date } = useFormats();
  const targetText = useTargetText();
  const timeZone = useContext(TimeZoneContext);
  const today = wallClock(new Date().toISOString(), timeZone).slice(0, 10);
  const { targets, definition } = metric;
  return (
    <Panel
      title={t('page.targets')}
      actions={
        onEdit && (
          <Button size="xs" variant="default" onClick={() => onEdit('target')}>
            {t('target.add')}
          </Button>
        )
      }
    >
      {targets.length === 0 ? (
        <p className={classes.quiet}>{t('target.none')}</p>
      ) : (
        <PlainTable
          label={t('page.targets')}
          columns={[
            { key: 'due', title: t('target.dueOn') },
            { key: 'value', title: t('target.value') },
            { key: 'for', title: t('target.objective') },
            { key: 'state', title: t('target.state') },
            ...(onEdit ? [{ key: 'edit', title: <span className="ts-visually-hidden">{t('edit')}</span> }] : []),
          ]}
          rows={targets.map((target) => ({
            key: target.id,
            cells: [
              <span key="by" className="ts-whole">
                {date(target.dueOn)}
              </span>,
              targetText(target, definition),
              target.objectiveName ?? '–',
              target.historical ? (
                <StatusBadge key="state" tone="quiet">
                  {t('target.historical')}
                </StatusBadge>
              ) : target.dueOn < today ? (
                t('target.past')
              ) : (
                t('target.ahead')
              ),
              ...(onEdit
                ? [
                    <Button
                      key="edit"
                      size="compact-xs"
                      className="ts-no-print"
                      variant="subtle"
                      onClick={() => onEdit(`target:${target.id}`)}
                      aria-label={t('target.editOne', { date: date(target.dueOn) })}
                    >
                      {t('edit')}
                    </Button>,
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
