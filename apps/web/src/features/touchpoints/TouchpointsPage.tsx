import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SavedViews } from '../saved-views/index.js';
import type { TouchpointListSearch } from './routes.js';
import { NO_TEAM, TouchpointFilters } from './TouchpointFilters.js';
import { TouchpointListDocument } from './touchpoints.generated.js';
import { useTouchpointColumns } from './use-touchpoint-columns.js';

const route = getRouteApi('/app/touchpoints');
const PAGE = 50;
const UNFILTERED = { q: undefined, channel: undefined, existence: undefined, team: undefined, archived: undefined };

export default function TouchpointsPage() {
  const { t } = useTranslation('touchpoints');
  const search: TouchpointListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = useTouchpointColumns();
  const unowned = search.team === NO_TEAM;
  const query = useQuery(TouchpointListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      channel: search.channel,
      existence: search.existence,
      teamId: unowned ? undefined : search.team,
      unowned,
      includeArchived: search.archived ?? false,
    },
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.touchpoints;
  const change = (next: TouchpointListSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const create = can('create', 'Touchpoint') && (
    <LinkButton to="/touchpoints/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.create')}
    </LinkButton>
  );
  const narrowed = Boolean(search.q ?? search.channel ?? search.existence ?? search.team);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        period={t('list.lead')}
        actions={
          <>
            {can('export', 'Touchpoint') && (
              <Button
                component="a"
                href="/exports/touchpoints.csv"
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {t('list.export')}
              </Button>
            )}
            {create}
          </>
        }
      />
      <DataTable
        id="touchpoints"
        label={t('list.title')}
        columns={columns}
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        onRow={(row) => void navigate({ to: '/touchpoints/$touchpointId', params: { touchpointId: row.id } })}
        views={<SavedViews page="touchpoints" />}
        filters={<TouchpointFilters search={search} onChange={change} />}
        empty={
          narrowed ? (
            <NothingFound title={t('list.noneHere')} clear={t('list.clearFilters')} onClear={() => change(UNFILTERED)}>
              {t('list.noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('list.none')} begin={create}>
              {t('list.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
