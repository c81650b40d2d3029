import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SavedViews } from '../saved-views/index.js';
import { useOwnerChoices } from '../ownership/index.js';
import { CATEGORIES, CLASSES } from './metric-words.js';
import { MetricListDocument } from './metrics.generated.js';
import type { MetricsSearch } from './routes.js';
import { useMetricColumns } from './use-metric-columns.js';

const route = getRouteApi('/app/metrics/catalogue');
const PAGE = 50;

/** Everything that is measured, with what it means, who owns it and what it should reach. */
export default function MetricsPage() {
  const { t } = useTranslation('metrics');
  const search: MetricsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const mayCreate = useCan()('create', 'Metric');
  const columns = useMetricColumns();
  const teams = useOwnerChoices();
  const query = useQuery(MetricListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      class: search.class,
      category: search.category,
      teamId: search.team,
      archived: search.archived ?? false,
    },
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.metrics;
  const change = (next: MetricsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const none: MetricsSearch = {
    q: undefined,
    class: undefined,
    category: undefined,
    team: undefined,
    archived: undefined,
  };
  const narrowed = Boolean(search.q ?? search.class ?? search.category ?? search.team ?? search.archived);
  const createButton = mayCreate && (
    <LinkButton to="/metrics/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.create')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('list.title')} period={t('list.lead')} actions={createButton} />
      <DataTable
        id="metrics"
        label={t('list.title')}
        columns={columns}
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        sort={sortOf(search.sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        onRow={(metric) => void navigate({ to: '/metrics/$metricId', params: { metricId: metric.id } })}
        views={<SavedViews page="metrics" />}
        filters={
          <Group gap="xs">
            <SearchField label={t('list.search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('class.label')}
              any={t('list.anyClass')}
              choices={CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
              value={search.class}
              onChange={(value) => change({ class: value })}
            />
            <FilterSelect
              label={t('category.label')}
              any={t('list.anyCategory')}
              choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
              value={search.category}
              onChange={(value) => change({ category: value })}
            />
            <FilterSelect
              label={t('label.owner')}
              any={t('list.anyOwner')}
              choices={teams}
              value={search.team}
              onChange={(value) => change({ team: value })}
              searchable
            />
            <FilterCheckbox
              label={t('list.archived')}
              value={search.archived}
              onChange={(archived) => change({ archived })}
            />
          </Group>
        }
        empty={
          narrowed ? (
            <NothingFound title={t('list.noneHere')} clear={t('list.clear')} onClear={() => change(none)}>
              {t('list.noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('list.none')} begin={createButton}>
              {t('list.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
