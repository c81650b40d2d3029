import { useQuery } from '@apollo/client/react';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { DECISION_STATES } from './decision-words.js';
import { DecisionForm } from './DecisionForm.js';
import { DecisionListDocument } from './decisions.generated.js';
import type { DecisionsSearch } from './routes.js';
import { useDecisionColumns } from './use-decision-columns.js';

const route = getRouteApi('/app/decisions');
const PAGE = 50;
const UNFILTERED = { q: undefined, state: undefined, forecast: undefined };

/** What waits for the reader, and beside it everything that was ever asked. */
export default function DecisionsPage() {
  const { t } = useTranslation('decisions');
  const search: DecisionsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: DecisionsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const columns = useDecisionColumns();
  // Leads ask on their initiatives; a question that belongs to none is the programme office's.
  const mayAsk = useCan()('archive', 'Decision');
  const all = search.view === 'all';
  const query = useQuery(DecisionListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      waitingForMe: !all,
      states: all && search.state ? [search.state] : undefined,
      forecastOpen: all ? (search.forecast ?? false) : false,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const ask = mayAsk && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ add: true })}>
      {t('ask')}
    </Button>
  );
  const narrowed = Boolean(search.q ?? search.state ?? search.forecast);
  const empty = narrowed ? (
    <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={() => change(UNFILTERED)}>
      {t('noneHereText')}
    </NothingFound>
  ) : all ? (
    <EmptyState title={t('none')} begin={ask}>
      {t('noneText')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('noneWaiting')}
      begin={
        <Button variant="default" onClick={() => change({ view: 'all' })}>
          {t('view.seeAll')}
        </Button>
      }
    >
      {t('noneWaitingText')}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t('title')} period={t('lead')} actions={ask} />
      <DataTable
        id="decisions"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, query.data?.decisions)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        onRow={(row) => void navigate({ to: '/decisions/$decisionId', params: { decisionId: row.id } })}
        filters={<Filters search={search} onChange={change} />}
        empty={empty}
      />
      <SidePanel opened={(search.add ?? false) && mayAsk} onClose={() => change({ add: undefined })} title={t('ask')}>
        {search.add && mayAsk && <DecisionForm onDone={() => change({ add: undefined, view: 'all' })} />}
      </SidePanel>
    </>
  );
}

function Filters({ search, onChange }: { search: DecisionsSearch; onChange: (next: DecisionsSearch) => void }) {
  const { t } = useTranslation('decisions');
  const all = search.view === 'all';
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        data={[
          { value: 'mine', label: t('view.mine') },
          { value: 'all', label: t('view.all') },
        ]}
        value={search.view ?? 'mine'}
        onChange={(view) => onChange({ ...UNFILTERED, view: view === 'all' ? 'all' : undefined })}
      />
      <SearchField label={t('search')} value={search.q} onChange={(q) => onChange({ q })} />
      {all && (
        <>
          <FilterSelect
            label={t('field.state')}
            any={t('anyState')}
            choices={DECISION_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={search.state}
            onChange={(state) => onChange({ state })}
          />
          <FilterCheckbox
            label={t('forecastOpen')}
            value={search.forecast}
            onChange={(forecast) => onChange({ forecast })}
          />
        </>
      )}
    </Group>
  );
}
