import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { ObservationImportsDocument } from './observations.generated.js';
import type { ImportsSearch } from './routes.js';
import { useImportColumns } from './use-import-columns.js';

const route = getRouteApi('/app/monitoring/imports');
const PAGE = 50;

/** Every file of numbers that was brought in, by whom and what came of it. */
export default function ImportsPage() {
  const { t } = useTranslation('observations');
  const { q }: ImportsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useImportColumns();
  const query = useQuery(ObservationImportsDocument, {
    variables: { first: PAGE, search: q },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.observationImports;
  const search = (next: string | undefined) => void navigate({ to: '.', search: { q: next }, replace: true });
  const begin = (
    <LinkButton to="/monitoring/imports/new" leftSection={<IconFileUpload size={16} aria-hidden />}>
      {t('list.begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('list.title')} period={t('list.lead')} actions={begin} />
      <DataTable
        id="observation-imports"
        label={t('list.title')}
        columns={columns}
        {...connectionRows(query, list)}
        loading={query.loading && !list}
        rowKey={(row) => row.id}
        onRow={({ id }) => void navigate({ to: '/monitoring/imports/$importId', params: { importId: id } })}
        filters={
          <Group gap="xs">
            <SearchField label={t('list.search')} value={q} onChange={search} />
          </Group>
        }
        empty={
          q ? (
            <NothingFound title={t('list.noneHere')} clear={t('list.clear')} onClear={() => search(undefined)}>
              {t('list.noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('list.none')} begin={begin}>
              {t('list.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
