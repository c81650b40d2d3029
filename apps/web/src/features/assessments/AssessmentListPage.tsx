import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentListDocument, type AssessmentState } from './assessments.generated.js';
import { StateFilter } from './StateFilter.js';
import { useAssessmentColumns } from './use-assessment-columns.js';
import type { AssessmentListSearch } from './routes.js';

const route = getRouteApi('/app/assessments');
const PAGE = 25;

export default function AssessmentListPage() {
  const { t } = useTranslation('assessments');
  const { q, state }: AssessmentListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const mayCreate = useCan()('create', 'Assessment');
  const columns = useAssessmentColumns();
  const { data, error, loading, refetch, fetchMore } = useQuery(AssessmentListDocument, {
    variables: { first: PAGE, state, search: q },
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.assessments;
  const search = useDebouncedCallback(
    (text: string) => void navigate({ to: '.', search: (last) => ({ ...last, q: text || undefined }), replace: true }),
    250,
  );
  const show = (next: AssessmentState | undefined) =>
    void navigate({ to: '.', search: (last) => ({ ...last, state: next }), replace: true });
  const createButton = mayCreate && (
    <LinkButton to="/assessments/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.create')}
    </LinkButton>
  );
  const clear = () => {
    setTyped('');
    void navigate({ to: '.', search: {}, replace: true });
  };

  return (
    <>
      <PageHeader title={t('list.title')} period={t('list.lead')} actions={createButton} />
      <DataTable
        id="assessments"
        label={t('list.title')}
        columns={columns}
        rows={list?.edges.map((edge) => edge.node)}
        rowKey={(row) => row.id}
        loading={loading}
        error={error}
        onRetry={() => void refetch()}
        totalCount={list?.totalCount}
        hasMore={list?.pageInfo.hasNextPage}
        onMore={() => void fetchMore({ variables: { after: list?.pageInfo.endCursor } })}
        filters={
          <>
            <TextInput
              type="search"
              size="sm"
              aria-label={t('list.search')}
              placeholder={t('list.search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                search(event.currentTarget.value);
              }}
            />
            <StateFilter state={state} search={q} onState={show} />
          </>
        }
        empty={
          q || state ? (
            <EmptyState
              title={t('list.emptyFiltered')}
              begin={
                <Button variant="default" onClick={clear}>
                  {t('list.clearFilters')}
                </Button>
              }
            >
              {null}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')} begin={createButton}>
              {t('list.emptyBody')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
