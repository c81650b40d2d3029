import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { stageTone } from './initiative-words.js';
import { Warnings } from './InitiativeBoard.js';
import type { InitiativeRowFragment } from './initiatives.generated.js';

const column = createColumnHelper<InitiativeRowFragment>();

export function useInitiativeColumns(): Columns<InitiativeRowFragment> {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  return useMemo(
    () => [
      column.accessor('title', {
        header: t('field.title'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: original.id }} size="sm" fw={600}>
            I-{original.number} {original.title}
          </AppLink>
        ),
      }),
      column.accessor((row) => row.stage, {
        id: 'stage',
        header: t('field.stage'),
        cell: ({ row: { original } }) => (
          <StatusBadge tone={stageTone[original.stage]}>{t(`stage.${original.stage}`)}</StatusBadge>
        ),
      }),
      column.accessor((row) => row.ownerName ?? '', {
        id: 'owner',
        header: t('field.owner'),
        cell: ({ getValue }) => getValue() || t('noOwner'),
      }),
      column.accessor((row) => row.teamName ?? '', {
        id: 'team',
        header: t('field.team'),
        cell: ({ getValue }) => getValue() || '–',
      }),
      column.accessor((row) => row.dueOn ?? '', {
        id: 'due',
        header: t('field.dueOn'),
        cell: ({ getValue }) => (getValue() ? formats.date(getValue()) : '–'),
      }),
      column.accessor('openActions', { header: t('field.openActions'), meta: { number: true } }),
      column.display({
        id: 'warnings',
        header: t('field.warnings'),
        cell: ({ row: { original } }) => <Warnings row={original} />,
      }),
    ],
    [t, formats],
  );
}
