import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
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
import { RANKING_STATES } from './ranking-words.js';
import { RankingListDocument } from './ranking.generated.js';
import { RoundForm } from './RoundForm.js';
import type { RankingSearch } from './routes.js';
import { useRoundColumns } from './use-round-columns.js';

const route = getRouteApi('/app/ranking');
const PAGE = 50;
const UNFILTERED = { q: undefined, state: undefined, mine: undefined };

/** Every round in which leaders and data ranked the same opportunities, the latest first. */
export default function RankingPage() {
  const { t } = useTranslation('ranking');
  const search: RankingSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: RankingSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const columns = useRoundColumns();
  const mayOpen = useCan()('create', 'Ranking');
  const query = useQuery(RankingListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      states: search.state && [search.state],
      waitingForMe: search.mine ?? false,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const open = mayOpen && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ add: true })}>
      {t('open')}
    </Button>
  );
  const narrowed = Boolean(search.q ?? search.state ?? search.mine);
  const close = () => change({ add: undefined });
  return (
    <>
      <PageHeader
        above={<AppLink to="/opportunities">{t('opportunities')}</AppLink>}
        title={t('title')}
        period={t('lead')}
        actions={open}
      />
      <DataTable
        id="ranking"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, query.data?.rankingRounds)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        onRow={(row) => void navigate({ to: '/ranking/$roundId', params: { roundId: row.id } })}
        filters={
          <Group gap="xs">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('field.state')}
              any={t('anyState')}
              choices={RANKING_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
              value={search.state}
              onChange={(state) => change({ state })}
            />
            <FilterCheckbox label={t('waitsForMe')} value={search.mine} onChange={(mine) => change({ mine })} />
          </Group>
        }
        empty={
          narrowed ? (
            <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={() => change(UNFILTERED)}>
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('none')} begin={open}>
              {t('noneText')}
            </EmptyState>
          )
        }
      />
      <SidePanel opened={(search.add ?? false) && mayOpen} onClose={close} title={t('open')}>
        {search.add && mayOpen && <RoundForm onDone={close} />}
      </SidePanel>
    </>
  );
}
