import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { rankingTone } from './ranking-words.js';
import type { RankingRowFragment } from './ranking.generated.js';

const column = createColumnHelper<RankingRowFragment>();

export function useRoundColumns(): Columns<RankingRowFragment> {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  return useMemo(
    () => [
      column.accessor('name', {
        header: t('field.name'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink to="/ranking/$roundId" params={{ roundId: original.id }} size="sm" fw={600}>
            {original.name}
          </AppLink>
        ),
      }),
      column.accessor('state', {
        header: t('field.state'),
        cell: ({ row: { original } }) => (
          <>
            <StatusBadge tone={rankingTone[original.state]}>{t(`state.${original.state}`)}</StatusBadge>{' '}
            {original.waitsForMe && <StatusBadge tone="warn">{t('waitsForMe')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor('itemCount', { header: t('field.items') }),
      column.accessor('handedInCount', {
        header: t('field.handedIn'),
        cell: ({ row: { original } }) =>
          t('handedInOf', { handedIn: original.handedInCount, judges: original.judgeCount }),
      }),
      column.accessor('closesOn', {
        header: t('field.closesOn'),
        cell: ({ row: { original } }) => formats.date(original.closesOn),
      }),
      column.accessor((row) => row.createdByName ?? '', { id: 'createdBy', header: t('field.createdBy') }),
    ],
    [t, formats],
  );
}
