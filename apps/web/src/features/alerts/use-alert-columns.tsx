import { Button } from '@mantine/core';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { severityTone, stateTone } from './alert-words.js';
import classes from './Alerts.module.css';
import type { AlertRowFragment } from './alerts.generated.js';
import { useAlertSentence } from './use-alert-sentence.js';

/** Marks the link of each row, with the alert's id: where the keys of the list work. */
export const ALERT_LINK = 'data-alert';

const column = createColumnHelper<AlertRowFragment>();

export function useAlertColumns(onAcknowledge: (row: AlertRowFragment) => void): Columns<AlertRowFragment> {
  const { t } = useTranslation('alerts');
  const sentence = useAlertSentence();
  return useMemo(
    () => [
      column.accessor('metricName', {
        header: t('field.alert'),
        meta: { fixed: true },
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <>
            <AppLink
              to="/monitoring/alerts/$alertId"
              params={{ alertId: original.id }}
              size="sm"
              fw={600}
              {...{ [ALERT_LINK]: original.id }}
            >
              {original.metricName}
            </AppLink>
            <div className={classes.sentence}>{sentence(original)}</div>
          </>
        ),
      }),
      column.accessor('severity', {
        header: t('field.severity'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <StatusBadge tone={severityTone[original.severity]}>{t(`severity.${original.severity}`)}</StatusBadge>
        ),
      }),
      column.accessor('state', {
        header: t('field.state'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <>
            <StatusBadge tone={stateTone[original.state]}>{t(`state.${original.state}`)}</StatusBadge>
            {original.escalationLevel > 0 && original.state !== 'CLOSED' && (
              <div className={classes.sentence}>{t(`level.${original.escalationLevel as 1}`)}</div>
            )}
          </>
        ),
      }),
      column.accessor((row) => row.assigneeName ?? row.teamName ?? '', {
        id: 'owner',
        header: t('field.with'),
        enableSorting: false,
        cell: ({ getValue }) => getValue() || <StatusBadge tone="warn">{t('list.noOwner')}</StatusBadge>,
      }),
      column.accessor('points', { header: t('field.points'), meta: { number: true }, enableSorting: false }),
      column.accessor('openedAt', {
        header: t('field.openedAt'),
        enableSorting: false,
        cell: ({ getValue }) => <RelativeTime at={getValue()} />,
      }),
      column.display({
        id: 'act',
        header: t('field.act'),
        cell: ({ row: { original } }) =>
          original.mayUpdate && original.state === 'OPEN' ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('act.acknowledgeOne', { metric: original.metricName })}
              onClick={() => onAcknowledge(original)}
            >
              {t('act.acknowledge')}
            </Button>
          ) : null,
      }),
    ],
    [t, sentence, onAcknowledge],
  );
}
