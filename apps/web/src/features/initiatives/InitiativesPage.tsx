import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { ListExportButton } from '../../ui/ListExportButton.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { LAUNCHED_STAGES, type Stage } from './initiative-words.js';
import { InitiativeBoard } from './InitiativeBoard.js';
import { InitiativeFilters } from './InitiativeFilters.js';
import { InitiativeListDocument, type InitiativeRowFragment, StageGatesDocument } from './initiatives.generated.js';
import { InitiativeTimeline } from './InitiativeTimeline.js';
import { MoveForm } from './MoveForm.js';
import { NewInitiative } from './NewInitiative.js';
import type { InitiativesSearch } from './routes.js';
import { isNarrowed, narrowingOf, UNNARROWED } from './narrowing.js';
import { NarrowedTo } from './NarrowedTo.js';
import { StageGatesForm } from './StageGatesForm.js';
import { useInitiativeColumns } from './use-initiative-columns.js';
import { useInitiativeExport } from './use-initiative-export.js';

const route = getRouteApi('/app/initiatives');
const PAGE = 100;
const UNFILTERED = {
  q: undefined,
  stage: undefined,
  team: undefined,
  mine: undefined,
  late: undefined,
  archived: undefined,
  ...UNNARROWED,
};

export default function InitiativesPage() {
  const { t } = useTranslation('initiatives');
  const search: InitiativesSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = useInitiativeColumns();
  const filter = {
    search: search.q,
    stages: search.stage ? [search.stage] : search.launched && [...LAUNCHED_STAGES],
    teamId: search.team,
    mine: search.mine ?? false,
    late: search.late ?? false,
    includeArchived: search.archived ?? false,
    ...narrowingOf(search),
  };
  const query = useQuery(InitiativeListDocument, {
    variables: { first: PAGE, ...filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const exported = useInitiativeExport(filter);
  const list = query.data?.initiatives;
  const paged = connectionRows(query, list);
  const { rows, error } = paged;
  const change = (next: InitiativesSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const create = can('create', 'Initiative') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ add: true })}>
      {t('create')}
    </Button>
  );
  const empty = <NothingHere search={search} onClear={() => change(UNFILTERED)} create={create} />;
  const filters = (
    <>
      <InitiativeFilters search={search} onChange={change} />
      {isNarrowed(search) && <NarrowedTo search={search} onChange={change} />}
    </>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={
          <>
            {can('archive', 'Initiative') && (
              <Button variant="default" onClick={() => change({ gates: true })}>
                {t('gates.open')}
              </Button>
            )}
            {can('export', 'Initiative') && <ListExportButton label={t('export.act')} {...exported} />}
            {create}
          </>
        }
      />
      {search.view === 'list' ? (
        <DataTable
          id="initiatives"
          label={t('title')}
          columns={columns}
          {...paged}
          rowKey={(row) => row.id}
          sort={sortOf(search.sort)}
          onSort={(next) => change({ sort: sortParam(next) })}
          onRow={(row) => void navigate({ to: '/initiatives/$initiativeId', params: { initiativeId: row.id } })}
          filters={filters}
          empty={empty}
        />
      ) : (
        <>
          {filters}
          {error && !rows && <ErrorState error={error} onRetry={paged.onRetry} />}
          {!rows && !error && <Skeleton height={480} mt="md" />}
          {rows?.length === 0 && empty}
          {rows && rows.length > 0 && search.view === 'timeline' && (
            <Panel title={t('view.timeline')}>
              <InitiativeTimeline rows={rows} />
            </Panel>
          )}
          {rows && rows.length > 0 && search.view === undefined && (
            <InitiativeBoard rows={rows} onMove={(move, to: Stage) => change({ move, to })} />
          )}
          {list?.pageInfo.hasNextPage && (
            <Button variant="default" size="xs" mt="md" onClick={paged.onMore} loading={paged.loading}>
              {t('more', { shown: rows?.length, total: list.totalCount })}
            </Button>
          )}
        </>
      )}
      <Forms rows={rows} search={search} change={change} onStale={paged.onRetry} />
    </>
  );
}

interface NothingHereProps {
  search: InitiativesSearch;
  onClear: () => void;
  create: ReactNode;
}

function NothingHere({ search, onClear, create }: NothingHereProps) {
  const { t } = useTranslation('initiatives');
  const narrowed = isNarrowed(search) || Boolean(search.q ?? search.stage ?? search.team ?? search.mine ?? search.late);
  if (!narrowed)
    return (
      <EmptyState title={t('none')} begin={create}>
        {t('noneText')}
      </EmptyState>
    );
  return (
    <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={onClear}>
      {t('noneHereText')}
    </NothingFound>
  );
}

interface FormsProps {
  rows: InitiativeRowFragment[] | undefined;
  search: InitiativesSearch;
  change: (next: InitiativesSearch) => void;
  onStale: () => void;
}

/** The forms that the address opens beside board, list and timeline. */
function Forms({ rows, search, change, onStale }: FormsProps) {
  const { t } = useTranslation('initiatives');
  const navigate = route.useNavigate();
  const can = useCan();
  const adds = (search.add ?? false) && can('create', 'Initiative');
  const gates = (search.gates ?? false) && can('archive', 'Initiative');
  const moving = rows?.find(({ id }) => id === search.move);
  const step = moving?.steps.find(({ to }) => to === search.to);
  const { data } = useQuery(StageGatesDocument, { skip: !gates });
  const stay = () => change({ move: undefined, to: undefined });
  const close = (created?: string) => {
    if (created) void navigate({ to: '/initiatives/$initiativeId', params: { initiativeId: created } });
    else change({ add: undefined, opportunity: undefined, assessment: undefined, node: undefined });
  };
  return (
    <>
      <SidePanel opened={adds} onClose={close} title={t('create')}>
        {adds && (
          <NewInitiative
            opportunityId={search.opportunity}
            gap={
              search.assessment && search.node ? { assessmentId: search.assessment, nodeId: search.node } : undefined
            }
            onDone={close}
          />
        )}
      </SidePanel>
      <SidePanel opened={gates} onClose={() => change({ gates: undefined })} title={t('gates.title')}>
        {gates && data && <StageGatesForm gates={data.stageGates} onDone={() => change({ gates: undefined })} />}
      </SidePanel>
      <SidePanel
        opened={step !== undefined}
        onClose={stay}
        title={step && t('move.title', { title: moving?.title, stage: t(`stage.${step.to}`) })}
      >
        {moving && step && (
          <MoveForm
            key={`${moving.version} ${step.to}`}
            initiative={moving}
            step={step}
            onDone={stay}
            onStale={onStale}
          />
        )}
      </SidePanel>
    </>
  );
}
