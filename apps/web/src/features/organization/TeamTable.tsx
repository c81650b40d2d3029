import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { TeamsSearch } from './routes.js';
import { type TeamFieldsFragment, TeamsDocument } from './teams.generated.js';

const column = createColumnHelper<TeamFieldsFragment>();
export const pageSize = 25;

/** The variables both the list and its panel ask with, so that they share one answer. */
export const teamVariables = (search: TeamsSearch) => ({
  first: pageSize,
  search: search.q,
  businessUnitId: search.unit,
  includeArchived: search.archived ?? false,
});

interface TeamTableProps {
  search: TeamsSearch;
  onChange: (next: Partial<TeamsSearch>) => void;
  filters: ReactNode;
}

export function TeamTable({ search, onChange, filters }: TeamTableProps) {
  const { t } = useTranslation('teams');
  const { list } = useFormats();
  const can = useCan();
  const query = useQuery(TeamsDocument, {
    variables: teamVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const columns = useMemo(
    () => [
      column.accessor('name', {
        header: t('team.name'),
        meta: { fixed: true },
        cell: ({ row: { original: team } }) => (
          <>
            <Link
              from="/admin/teams"
              to="/admin/teams"
              search={(last) => ({ ...last, team: team.id, editUnit: undefined })}
            >
              {team.name}
            </Link>{' '}
            {team.archivedAt && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor('kind', { header: t('team.kind'), cell: (cell) => t(`kind.${cell.getValue()}`) }),
      column.accessor((team) => team.businessUnitName ?? '', {
        id: 'unit',
        header: t('team.unit'),
        cell: (cell) => cell.getValue() || '–',
      }),
      column.accessor((team) => list(team.leads), {
        id: 'leads',
        header: t('team.leads'),
        cell: (cell) => cell.getValue() || <StatusBadge tone="warn">{t('team.noLead')}</StatusBadge>,
      }),
      column.accessor('memberCount', { header: t('team.members'), meta: { number: true } }),
    ],
    [t, list],
  );
  const teams = query.data?.teams;
  const narrowed = Boolean(search.q ?? search.unit);

  return (
    <DataTable
      id="teams"
      label={t('team.list')}
      columns={columns}
      {...connectionRows(query, teams)}
      rowKey={(team) => team.id}
      filters={filters}
      sort={sortOf(search.sort)}
      onSort={(sort) => onChange({ sort: sortParam(sort) })}
      onRow={(team) => onChange({ team: team.id, editUnit: undefined })}
      empty={
        narrowed ? (
          <NothingFound
            title={t('team.noneHere')}
            clear={t('clearFilters')}
            onClear={() => onChange({ q: undefined, unit: undefined })}
          >
            {t('team.noneHereText')}
          </NothingFound>
        ) : (
          <EmptyState
            title={t('team.none')}
            begin={
              can('create', 'Team') && <Button onClick={() => onChange({ team: 'new' })}>{t('team.create')}</Button>
            }
          >
            {t('team.noneText')}
          </EmptyState>
        )
      }
    />
  );
}
