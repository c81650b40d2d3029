import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { decisionTone } from './decision-words.js';
import type { DecisionFieldsFragment } from './decisions.generated.js';

const column = createColumnHelper<DecisionFieldsFragment>();

export function useDecisionColumns(): Columns<DecisionFieldsFragment> {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  return useMemo(
    () => [
      column.accessor('question', {
        header: t('field.question'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink to="/decisions/$decisionId" params={{ decisionId: original.id }} size="sm" fw={600}>
            D-{original.number} {original.question}
          </AppLink>
        ),
      }),
      column.accessor('state', {
        header: t('field.state'),
        cell: ({ row: { original } }) => (
          <StatusBadge tone={decisionTone[original.state]}>{t(`state.${original.state}`)}</StatusBadge>
        ),
      }),
      column.accessor((row) => row.initiativeTitle ?? '', {
        id: 'initiative',
        header: t('field.initiative'),
        cell: ({ row: { original } }) =>
          original.initiativeId ? (
            <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: original.initiativeId }} size="sm">
              I-{original.initiativeNumber} {original.initiativeTitle}
            </AppLink>
          ) : (
            '–'
          ),
      }),
      column.accessor('deciderName', { id: 'decider', header: t('field.decider') }),
      column.accessor('askedByName', { id: 'askedBy', header: t('field.askedBy') }),
      column.accessor((row) => row.dueOn ?? '', {
        id: 'due',
        header: t('field.dueOn'),
        cell: ({ row: { original } }) => (
          <>
            {original.dueOn ? formats.date(original.dueOn) : '–'}{' '}
            {original.overdue && <StatusBadge tone="bad">{t('overdue')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor((row) => row.forecastScore ?? -1, {
        id: 'forecast',
        header: t('field.forecast'),
        cell: ({ row: { original } }) => {
          if (!original.forecast) return '–';
          if (original.forecastCameTrue == null) return t('forecast.unknown');
          return (
            <StatusBadge tone={original.forecastCameTrue ? 'good' : 'bad'}>
              {original.forecastCameTrue ? t('score.yes') : t('score.no')}
            </StatusBadge>
          );
        },
      }),
    ],
    [t, formats],
  );
}
