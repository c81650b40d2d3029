import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { PeopleDocument } from './people.generated.js';
import { PersonPanel } from './PersonPanel.js';
import { type PeopleSearch, roles, states } from './routes.js';
import { usePeopleColumns } from './use-people-columns.js';

export default function PeoplePage() {
  const { t } = useTranslation(['people', 'shell']);
  const can = useCan();
  const search = useSearch({ from: '/app/admin/people' });
  const navigate = useNavigate({ from: '/admin/people' });
  const change = (next: Partial<PeopleSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: 'q' in next });
  const columns = usePeopleColumns();
  const query = useQuery(PeopleDocument, {
    variables: { first: 25, search: search.q, role: search.role, state: search.state },
    notifyOnNetworkStatusChange: true,
  });
  const people = query.data?.people;
  const person = people?.edges.find((edge) => edge.node.id === search.person)?.node;
  const narrowed = search.q ?? search.role ?? search.state;

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can('create', 'Person') && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => change({ person: 'new' })}>
              {t('invite.open')}
            </Button>
          )
        }
      />
      <DataTable
        id="people"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, people)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(sort) => change({ sort: sortParam(sort) })}
        onRow={(row) => change({ person: row.id })}
        filters={
          <Group gap="xs">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('filter.role')}
              any={t('filter.anyRole')}
              choices={roles.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
              value={search.role}
              onChange={(role) => change({ role })}
            />
            <FilterSelect
              label={t('filter.state')}
              any={t('filter.anyState')}
              choices={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              value={search.state}
              onChange={(state) => change({ state })}
            />
          </Group>
        }
        empty={
          narrowed ? (
            <NothingFound
              title={t('noneHere')}
              clear={t('clearFilters')}
              onClear={() => change({ q: undefined, role: undefined, state: undefined })}
            >
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState
              title={t('none')}
              begin={
                can('create', 'Person') && <Button onClick={() => change({ person: 'new' })}>{t('invite.open')}</Button>
              }
            >
              {t('noneText')}
            </EmptyState>
          )
        }
      />
      <PersonPanel
        opened={search.person}
        person={person}
        loading={query.loading && !query.data}
        onClose={() => change({ person: undefined })}
      />
    </>
  );
}
