import { Link } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { HealthBadge, useJourneyHealths } from '../scorecards/index.js';
import classes from './Atlas.module.css';
import type { JourneyFieldsFragment } from './journeys.generated.js';

const column = createColumnHelper<JourneyFieldsFragment>();

/** Not to be sorted: the rows stand in the order of the tree, which another order would tear apart. */
const inTree = { enableSorting: false } as const;

export function useAtlasColumns(ids: readonly string[]) {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const mayEdit = can('update', 'Journey');
  const healths = useJourneyHealths(ids);
  return useMemo(
    () => [
      column.accessor('name', {
        ...inTree,
        header: t('column.name'),
        meta: { fixed: true },
        cell: ({ row: { original: journey } }) => (
          <span className={classes.name} style={{ '--depth': journey.depth } as CSSProperties}>
            <Link to="/journeys/$journeyId" params={{ journeyId: journey.id }}>
              {journey.name}
            </Link>{' '}
            {journey.archivedAt && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
            {journey.parentName && <span className={classes.part}>{t('partOf', { name: journey.parentName })}</span>}
          </span>
        ),
      }),
      column.accessor('state', {
        ...inTree,
        header: t('column.state'),
        cell: (cell) => (
          <StatusBadge tone={cell.getValue() === 'FUTURE' ? 'active' : 'good'}>
            {t(`state.${cell.getValue()}`)}
          </StatusBadge>
        ),
      }),
      column.accessor('personaName', {
        ...inTree,
        header: t('column.persona'),
        cell: (cell) => cell.getValue() ?? '–',
      }),
      column.accessor('productName', {
        ...inTree,
        header: t('column.product'),
        cell: (cell) => cell.getValue() ?? '–',
      }),
      column.accessor('stageCount', { ...inTree, header: t('column.stages'), meta: { number: true } }),
      column.accessor('touchpointCount', { ...inTree, header: t('column.touchpoints'), meta: { number: true } }),
      column.display({
        id: 'health',
        ...inTree,
        header: t('column.health'),
        cell: ({ row: { original: journey } }) => {
          const health = healths.get(journey.id);
          if (!health) return '–';
          return (
            <Link to="/journeys/$journeyId/health" params={{ journeyId: journey.id }}>
              <HealthBadge health={health} />
            </Link>
          );
        },
      }),
      column.accessor('staleCount', {
        ...inTree,
        header: t('column.freshness'),
        cell: ({ row: { original: journey } }) => {
          if (!journey.oldestConfirmedAt) return <StatusBadge tone="quiet">{t('freshness.nothing')}</StatusBadge>;
          return (
            <>
              <StatusBadge tone={journey.staleCount > 0 ? 'warn' : 'good'}>
                {t(journey.staleCount > 0 ? 'freshness.stale' : 'freshness.fresh', {
                  stale: journey.staleCount,
                  filled: journey.filledCount,
                })}
              </StatusBadge>{' '}
              <span className={classes.age}>
                {t('freshness.oldest')} <RelativeTime at={journey.oldestConfirmedAt} />
              </span>
            </>
          );
        },
      }),
      ...(mayEdit
        ? [
            column.display({
              id: 'edit',
              header: t('column.edit'),
              cell: ({ row: { original: journey } }) => (
                <Link
                  from="/journeys"
                  to="/journeys"
                  search={(last) => ({ ...last, journey: journey.id })}
                  aria-label={t('editNamed', { name: journey.name })}
                >
                  {t('edit')}
                </Link>
              ),
            }),
          ]
        : []),
    ],
    [t, mayEdit, healths],
  );
}
