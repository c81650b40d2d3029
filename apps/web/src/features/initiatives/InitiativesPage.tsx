import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { STAGES, type Stage } from './initiative-words.js';
import { InitiativeBoard } from './InitiativeBoard.js';
import { InitiativeForm } from './InitiativeForm.js';
import { InitiativeListDocument } from './initiatives.generated.js';
import { MoveForm } from './MoveForm.js';
import type { InitiativesSearch } from './routes.js';
import { useInitiativeColumns } from './use-initiative-columns.js';

const route = getRouteApi('/app/initiatives');
const PAGE = 100;
const UNFILTERED = { q: undefined, stage: undefined, mine: undefined, late: undefined };

export default function InitiativesPage() {
  const { t } = useTranslation('initiatives');
  const search: InitiativesSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = useInitiativeColumns();
  const { data, error, loading, refetch, fetchMore } = useQuery(InitiativeListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      stages: search.stage && [search.stage],
      mine: search.mine ?? false,
      late: search.late ?? false,
    },
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.initiatives;
  const rows = list?.edges.map((edge) => edge.node);
  const change = (next: InitiativesSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const more = () => void fetchMore({ variables: { after: list?.pageInfo.endCursor } });
  const moving = rows?.find(({ id }) => id === search.move);
  const step = moving?.steps.find(({ to }) => to === search.to);
  const stay = () => change({ move: undefined, to: undefined });
  const create = can('create', 'Initiative') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ add: true })}>
      {t('create')}
    </Button>
  );
  const narrowed = Boolean(search.q ?? search.stage ?? search.mine ?? search.late);
  const empty = narrowed ? (
    <EmptyState
      title={t('noneHere')}
      begin={
        <Button variant="default" onClick={() => change(UNFILTERED)}>
          {t('clearFilters')}
        </Button>
      }
    >
      {t('noneHereText')}
    </EmptyState>
  ) : (
    <EmptyState title={t('none')} begin={create}>
      {t('noneText')}
    </EmptyState>
  );
  const filters = <Filters search={search} onChange={change} />;
  return (
    <>
      <PageHeader title={t('title')} period={t('lead')} actions={create} />
      {search.view === 'list' ? (
        <DataTable
          id="initiatives"
          label={t('title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={loading}
          error={error}
          onRetry={() => void refetch()}
          totalCount={list?.totalCount}
          hasMore={list?.pageInfo.hasNextPage}
          sort={sortOf(search.sort)}
          onSort={(next) => change({ sort: sortParam(next) })}
          onMore={more}
          onRow={(row) => void navigate({ to: '/initiatives/$initiativeId', params: { initiativeId: row.id } })}
          filters={filters}
          empty={empty}
        />
      ) : (
        <>
          {filters}
          {error && !rows && <ErrorState error={error} onRetry={() => void refetch()} />}
          {!rows && !error && <Skeleton height={480} mt="md" />}
          {rows?.length === 0 && empty}
          {rows && rows.length > 0 && (
            <InitiativeBoard rows={rows} onMove={(move, to: Stage) => change({ move, to })} />
          )}
          {list?.pageInfo.hasNextPage && (
            <Button variant="default" size="xs" onClick={more} loading={loading}>
              {t('more', { shown: rows?.length, total: list.totalCount })}
            </Button>
          )}
        </>
      )}
      <SidePanel opened={search.add ?? false} onClose={() => change({ add: undefined })} title={t('create')}>
        {search.add && <InitiativeForm initiative={undefined} onDone={() => change({ add: undefined })} />}
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
            onStale={() => void refetch()}
          />
        )}
      </SidePanel>
    </>
  );
}

function Filters({ search, onChange }: { search: InitiativesSearch; onChange: (next: InitiativesSearch) => void }) {
  const { t } = useTranslation('initiatives');
  return (
    <Group gap="xs" my="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        data={[
          { value: 'board', label: t('view.board') },
          { value: 'list', label: t('view.list') },
        ]}
        value={search.view ?? 'board'}
        onChange={(view) => onChange({ view: view === 'list' ? 'list' : undefined })}
      />
      <SearchField label={t('search')} value={search.q} onChange={(q) => onChange({ q })} />
      <Select
        size="xs"
        aria-label={t('field.stage')}
        placeholder={t('anyStage')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyStage') }}
        data={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={search.stage ?? null}
        onChange={(value) => onChange({ stage: (value as Stage | null) ?? undefined })}
      />
      <Checkbox
        size="xs"
        label={t('mine')}
        checked={search.mine ?? false}
        onChange={(event) => onChange({ mine: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        size="xs"
        label={t('lateOnly')}
        checked={search.late ?? false}
        onChange={(event) => onChange({ late: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}
