import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { OpportunityFieldsFragment } from './opportunities.generated.js';
import { opportunityTone } from './opportunity-words.js';

const column = createColumnHelper<OpportunityFieldsFragment>();

export function useOpportunityColumns(): Columns<OpportunityFieldsFragment> {
  const { t } = useTranslation('opportunities');
  return useMemo(
    () => [
      column.accessor('title', {
        header: t('field.title'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink
            from="/opportunities"
            to="/opportunities"
            search={(last) => ({ ...last, opportunity: original.id })}
            size="sm"
            fw={600}
          >
            O-{original.number} {original.title}
          </AppLink>
        ),
      }),
      column.accessor('state', {
        header: t('field.state'),
        cell: ({ row: { original } }) => (
          <StatusBadge tone={original.archivedAt ? 'quiet' : opportunityTone[original.state]}>
            {original.archivedAt ? t('archive.archived') : t(`state.${original.state}`)}
          </StatusBadge>
        ),
      }),
      column.accessor((row) => row.painPoints.length, {
        id: 'painPoints',
        header: t('field.painPoints'),
        meta: { number: true },
      }),
      column.accessor((row) => row.initiatives.map(({ number }) => `I-${number}`).join(', '), {
        id: 'initiatives',
        header: t('field.initiatives'),
        cell: ({ getValue }) => getValue() || '–',
      }),
      column.accessor((row) => row.stateReason ?? '', {
        id: 'reason',
        header: t('field.reason'),
        cell: ({ getValue }) => getValue() || '–',
      }),
    ],
    [t],
  );
}
