import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import { ClassMark } from './ClassMark.js';
import classes from './Metric.module.css';
import type { MetricRowFragment } from './metrics.generated.js';
import { useTargetText } from './use-target-text.js';

const column = createColumnHelper<MetricRowFragment>();

export function useMetricColumns(): Columns<MetricRowFragment> {
  const { t } = useTranslation('metrics');
  const { number, date } = useFormats();
  const unitOf = useUnit();
  const targetText = useTargetText();
  return useMemo(
    () => [
      column.accessor('name', {
        header: t('list.name'),
        meta: { fixed: true },
        cell: ({ row: { original: metric } }) => (
          <>
            <AppLink to="/metrics/$metricId" params={{ metricId: metric.id }} size="sm" fw={600}>
              {metric.name}
            </AppLink>
            <span className={classes.key}>{metric.key}</span>
          </>
        ),
      }),
      column.accessor('class', { header: t('class.label'), cell: (cell) => <ClassMark of={cell.getValue()} /> }),
      column.accessor('category', {
        header: t('category.label'),
        cell: ({ row }) => t(`category.${row.original.category}`),
      }),
      column.accessor('aggregation', {
        header: t('aggregation.label'),
        cell: ({ row }) => t(`aggregation.${row.original.aggregation}`),
      }),
      column.accessor(({ unit }) => unitOf(unit), { id: 'unit', header: t('label.unit') }),
      column.accessor((metric) => metric.ownerTeamName ?? '', {
        id: 'owner',
        header: t('label.owner'),
        cell: (cell) => cell.getValue() || <StatusBadge tone="warn">{t('list.noOwner')}</StatusBadge>,
      }),
      column.accessor((metric) => metric.nextTarget?.dueOn ?? '', {
        id: 'target',
        header: t('list.nextTarget'),
        cell: ({ row: { original: metric } }) =>
          metric.nextTarget
            ? t('list.targetBy', { target: targetText(metric.nextTarget, metric), date: date(metric.nextTarget.dueOn) })
            : '–',
      }),
      column.accessor('linkCount', {
        header: t('list.links'),
        meta: { number: true },
        cell: (cell) => number(cell.getValue()),
      }),
    ],
    [t, number, date, targetText, unitOf],
  );
}
