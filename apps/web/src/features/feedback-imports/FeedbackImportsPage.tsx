import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { FeedbackImportsDocument } from './feedback-imports.generated.js';
import type { FeedbackImportsSearch } from './routes.js';
import { useFeedbackImportColumns } from './use-feedback-import-columns.js';

const route = getRouteApi('/app/inbox/imports');
const PAGE = 50;

/** Every file of feedback that was brought in, by whom and what came of it. */
export default function FeedbackImportsPage() {
  const { t } = useTranslation('feedbackImports');
  const { q }: FeedbackImportsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useFeedbackImportColumns();
  const query = useQuery(FeedbackImportsDocument, {
    variables: { first: PAGE, search: q },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.feedbackImports;
  const search = (next: string | undefined) => void navigate({ to: '.', search: { q: next }, replace: true });
  const begin = (
    <LinkButton to="/inbox/imports/new" leftSection={<IconFileUpload size={16} aria-hidden />}>
      {t('list.begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        above={<AppLink to="/inbox">{t('inbox')}</AppLink>}
        title={t('list.title')}
        period={t('list.lead')}
        actions={begin}
      />
      <DataTable
        id="feedback-imports"
        label={t('list.title')}
        columns={columns}
        {...connectionRows(query, list)}
        loading={query.loading && !list}
        rowKey={(row) => row.id}
        onRow={({ id }) => void navigate({ to: '/inbox/imports/$importId', params: { importId: id } })}
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
