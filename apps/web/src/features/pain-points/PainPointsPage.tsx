import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { ListExportButton } from '../../ui/ListExportButton.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { SavedViews } from '../saved-views/index.js';
import { PainPointFilters } from './PainPointFilters.js';
import { PainPointForm } from './PainPointForm.js';
import { PainPointListDocument } from './pain-points.generated.js';
import type { PainPointsSearch } from './routes.js';
import { ORDERS, usePainPointColumns } from './use-pain-point-columns.js';
import { usePainPointExport } from './use-pain-point-export.js';

const route = getRouteApi('/app/pain-points');
const PAGE = 50;
const UNFILTERED: PainPointsSearch = {
  q: undefined,
  state: undefined,
  kind: undefined,
  journey: undefined,
  touchpoint: undefined,
  severity: undefined,
  untaken: undefined,
  archived: undefined,
};

/** What customers run into, however many say so: where it stands, how much it weighs, and whether anything is done. */
export default function PainPointsPage() {
  const { t } = useTranslation('painPoints');
  const search: PainPointsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = usePainPointColumns();
  const filter = variablesOf(search);
  const query = useQuery(PainPointListDocument, {
    variables: { first: PAGE, ...filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const exported = usePainPointExport(filter);
  const change = (next: PainPointsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const adds = (search.add ?? false) && can('create', 'PainPoint');
  const close = () => change({ add: undefined });
  const create = can('create', 'PainPoint') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ add: true })}>
      {t('create')}
    </Button>
  );
  const narrowed = Object.keys(UNFILTERED).some((name) => search[name as keyof PainPointsSearch] !== undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={
          <>
            {can('export', 'PainPoint') && <ListExportButton label={t('export.act')} {...exported} />}
            {create}
          </>
        }
      />
      <DataTable
        id="pain-points"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, query.data?.painPoints)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        sortedByServer
        onRow={(row) => void navigate({ to: '/pain-points/$painPointId', params: { painPointId: row.id } })}
        views={<SavedViews page="pain_points" />}
        filters={<PainPointFilters search={search} onChange={change} />}
        empty={
          narrowed ? (
            <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={() => change(UNFILTERED)}>
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('none')} begin={create}>
              {t('noneText')}
            </EmptyState>
          )
        }
      />
      <SidePanel opened={adds} onClose={close} title={t('create')}>
        {adds && (
          <PainPointForm
            painPoint={undefined}
            onDone={(created) =>
              created ? void navigate({ to: '/pain-points/$painPointId', params: { painPointId: created } }) : close()
            }
          />
        )}
      </SidePanel>
    </>
  );
}

function variablesOf(search: PainPointsSearch) {
  const sort = sortOf(search.sort);
  const orderBy = ORDERS[(sort?.by ?? 'title') as keyof typeof ORDERS] ?? 'NUMBER';
  return {
    search: search.q,
    state: search.state,
    kind: search.kind,
    journeyId: search.journey,
    touchpointId: search.touchpoint,
    severityAtLeast: search.severity,
    withoutInitiative: search.untaken ?? false,
    includeArchived: search.archived ?? false,
    orderBy,
    ascending: sort !== null && !sort.descending,
  };
}
