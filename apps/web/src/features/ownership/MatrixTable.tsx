import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { type Columns, DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { SearchField } from '../../ui/SearchField.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './AccountabilityPage.module.css';
import { AccountabilityMatrixDocument, type AccountabilityMatrixQuery } from './ownership.generated.js';
import { RESPONSIBILITIES } from './ownership-words.js';
import type { AccountabilitySearch } from './routes.js';
import { useOwnerChoices } from './use-owner-choices.js';

type Row = AccountabilityMatrixQuery['accountabilityMatrix']['edges'][number]['node'];
const column = createColumnHelper<Row>();
const PAGE = 50;

interface MatrixTableProps {
  search: AccountabilitySearch;
  onChange: (next: AccountabilitySearch) => void;
}

/** Touchpoint × team × metric on a day. */
export function MatrixTable({ search, onChange }: MatrixTableProps) {
  const { t } = useTranslation('ownership');
  const columns = useMatrixColumns();
  const teams = useOwnerChoices(true);
  const query = useQuery(AccountabilityMatrixDocument, {
    variables: { on: search.on, first: PAGE, search: search.q, teamId: search.team },
    notifyOnNetworkStatusChange: true,
  });
  const matrix = query.data?.accountabilityMatrix;
  const narrowed = Boolean(search.q ?? search.team);
  return (
    <DataTable
      id="accountability"
      label={t('matrix.title')}
      columns={columns}
      {...connectionRows(query, matrix)}
      rowKey={(row) => row.touchpointId}
      filters={
        <Group gap="xs">
          <SearchField label={t('matrix.search')} value={search.q} onChange={(q) => onChange({ q })} />
          <FilterSelect
            label={t('matrix.team')}
            any={t('matrix.anyTeam')}
            choices={teams}
            value={search.team}
            onChange={(team) => onChange({ team })}
            searchable
          />
        </Group>
      }
      empty={
        narrowed ? (
          <NothingFound
            title={t('matrix.noneHere')}
            clear={t('matrix.clearFilters')}
            onClear={() => onChange({ q: undefined, team: undefined })}
          >
            {t('matrix.noneHereText')}
          </NothingFound>
        ) : (
          <EmptyState
            title={t('matrix.none')}
            begin={<LinkButton to="/touchpoints">{t('matrix.toLibrary')}</LinkButton>}
          >
            {t('matrix.noneText')}
          </EmptyState>
        )
      }
    />
  );
}

function useMatrixColumns(): Columns<Row> {
  const { t } = useTranslation('ownership');
  return useMemo(
    () => [
      column.accessor('touchpointName', {
        header: t('matrix.touchpoint'),
        meta: { fixed: true },
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: original.touchpointId }} size="sm" fw={600}>
            {original.touchpointName}
          </AppLink>
        ),
      }),
      ...RESPONSIBILITIES.map((responsibility) =>
        column.display({
          id: responsibility,
          header: t(`responsibility.${responsibility}`),
          cell: ({ row: { original } }) => {
            const teams = original.owners.filter((owner) => owner.responsibility === responsibility);
            if (teams.length === 0)
              return responsibility === 'ACCOUNTABLE' ? (
                <StatusBadge tone="bad">{t('owners.nobody')}</StatusBadge>
              ) : (
                '–'
              );
            return (
              <span className={classes.stack}>
                {teams.map((owner) => (
                  <span key={owner.teamId}>
                    {owner.teamName}{' '}
                    {owner.teamArchived && <StatusBadge tone="warn">{t('owners.archivedTeam')}</StatusBadge>}
                  </span>
                ))}
              </span>
            );
          },
        }),
      ),
      column.display({
        id: 'metrics',
        header: t('matrix.metrics'),
        cell: ({ row: { original } }) => <Metrics row={original} />,
      }),
    ],
    [t],
  );
}

function Metrics({ row }: { row: Row }) {
  const { t } = useTranslation('ownership');
  if (row.metrics.length === 0)
    return row.existence === 'EXISTING' ? <StatusBadge tone="warn">{t('matrix.noMetric')}</StatusBadge> : '–';
  return (
    <span className={classes.stack}>
      {row.metrics.map((metric) => (
        <span key={metric.id}>
          {metric.name} <span className={classes.detail}>· {metric.ownerTeamName ?? t('matrix.unwatched')}</span>{' '}
          {metric.ownerTeamArchived && <StatusBadge tone="warn">{t('owners.archivedTeam')}</StatusBadge>}
        </span>
      ))}
    </span>
  );
}
