import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { TouchpointRowFragment } from './touchpoints.generated.js';

const column = createColumnHelper<TouchpointRowFragment>();

export function useTouchpointColumns(): Columns<TouchpointRowFragment> {
  const { t } = useTranslation('touchpoints');
  return useMemo(
    () => [
      column.accessor('name', {
        header: t('field.name'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <>
            <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: original.id }} size="sm" fw={600}>
              {original.name}
            </AppLink>{' '}
            {original.existence === 'FUTURE' && <StatusBadge tone="quiet">{t('existence.FUTURE')}</StatusBadge>}
            {original.archivedAt && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor((row) => t(`channel.${row.channel}`), { id: 'channel', header: t('field.channel') }),
      column.accessor((row) => row.accountableTeamName ?? '', {
        id: 'owner',
        header: t('list.owner'),
        cell: ({ getValue }) => getValue() || <StatusBadge tone="bad">{t('list.noOwner')}</StatusBadge>,
      }),
      column.accessor('brokenDonts', {
        id: 'donts',
        header: t('list.donts'),
        cell: ({ row: { original } }) => <DontsSummary row={original} />,
      }),
      column.accessor((row) => (row.serviceLevel ? t(`level.${row.serviceLevel}`) : ''), {
        id: 'level',
        header: t('field.serviceLevel'),
        cell: ({ getValue }) => getValue() || '–',
      }),
      column.accessor('journeyCount', { header: t('list.journeys'), meta: { number: true } }),
      column.accessor('metricCount', {
        header: t('list.metrics'),
        meta: { number: true },
        cell: ({ getValue, row: { original } }) =>
          getValue() === 0 && original.existence === 'EXISTING' ? (
            <StatusBadge tone="warn">{t('list.noMetric')}</StatusBadge>
          ) : (
            getValue()
          ),
      }),
    ],
    [t],
  );
}

function DontsSummary({ row }: { row: TouchpointRowFragment }) {
  const { t } = useTranslation('touchpoints');
  if (row.brokenDonts > 0)
    return <StatusBadge tone="bad">{t('list.dontsBroken', { count: row.brokenDonts })}</StatusBadge>;
  if (row.uncheckedDonts > 0)
    return <StatusBadge tone="quiet">{t('list.dontsUnchecked', { count: row.uncheckedDonts })}</StatusBadge>;
  return <StatusBadge tone="good">{t('list.dontsKept')}</StatusBadge>;
}
