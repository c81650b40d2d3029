import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { painPointTone, type Severity } from './pain-point-words.js';
import type { PainPointOrder, PainPointRowFragment } from './pain-points.generated.js';

const column = createColumnHelper<PainPointRowFragment>();

/** The columns by which the server sorts, over all pages. */
export const ORDERS = {
  title: 'NUMBER',
  severity: 'SEVERITY',
  frequency: 'FREQUENCY',
  feedback: 'FEEDBACK',
} as const satisfies Record<string, PainPointOrder>;

export function usePainPointColumns(): Columns<PainPointRowFragment> {
  const { t } = useTranslation('painPoints');
  const formats = useFormats();
  return useMemo(
    () => [
      column.accessor('title', {
        header: t('field.title'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => (
          <AppLink to="/pain-points/$painPointId" params={{ painPointId: original.id }} size="sm" fw={600}>
            P-{original.number} {original.title}
          </AppLink>
        ),
      }),
      column.accessor('state', {
        header: t('field.state'),
        enableSorting: false,
        cell: ({ row: { original } }) => <State row={original} />,
      }),
      column.accessor('kind', {
        header: t('field.kind'),
        enableSorting: false,
        cell: ({ row: { original } }) =>
          original.kind === 'COMMON' ? t('gathers', { count: original.gatheredCount }) : t(`kind.${original.kind}`),
      }),
      column.accessor('severity', {
        header: t('field.severity'),
        sortDescFirst: true,
        cell: ({ row: { original } }) =>
          original.severity
            ? t('severityOf', { value: original.severity, words: t(`severity.${original.severity as Severity}`) })
            : t('unsaid'),
      }),
      column.accessor((row) => share(row), {
        id: 'frequency',
        header: t('field.frequency'),
        sortDescFirst: true,
        meta: { number: true },
        cell: ({ row: { original } }) => {
          const { frequencyCount: count, frequencyBase: base } = original;
          if (count == null || base == null) return t('unsaid');
          return t('shareOf', {
            share: formats.percent(count / base),
            count: formats.number(count),
            base: formats.number(base),
          });
        },
      }),
      column.accessor('feedbackCount', {
        id: 'feedback',
        header: t('field.feedback'),
        sortDescFirst: true,
        meta: { number: true },
        cell: ({ getValue }) => formats.number(getValue()),
      }),
      column.accessor((row) => row.touchpoints.map(({ name }) => name).join(', '), {
        id: 'touchpoints',
        header: t('field.touchpoints'),
        enableSorting: false,
        // One below the other: names hold commas themselves.
        cell: ({ row: { original } }) =>
          original.touchpoints.length === 0
            ? '–'
            : original.touchpoints.map(({ id, name }) => <div key={id}>{name}</div>),
      }),
      column.accessor('initiativeCount', {
        id: 'initiatives',
        header: t('field.initiatives'),
        enableSorting: false,
        meta: { number: true },
        cell: ({ getValue }) => getValue() || t('nothingTakesItUp'),
      }),
    ],
    [t, formats],
  );
}

const share = ({ frequencyCount, frequencyBase }: PainPointRowFragment): number =>
  frequencyCount != null && frequencyBase ? frequencyCount / frequencyBase : -1;

function State({ row }: { row: PainPointRowFragment }) {
  const { t } = useTranslation('painPoints');
  if (row.mergedIntoNumber)
    return <StatusBadge tone="quiet">{t('mergedInto', { number: row.mergedIntoNumber })}</StatusBadge>;
  if (row.archivedAt) return <StatusBadge tone="quiet">{t('archived')}</StatusBadge>;
  return <StatusBadge tone={painPointTone[row.state]}>{t(`state.${row.state}`)}</StatusBadge>;
}
