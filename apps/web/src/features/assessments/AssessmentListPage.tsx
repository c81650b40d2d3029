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
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { AssessmentListDocument } from './assessments.generated.js';
import { StateFilter } from './StateFilter.js';
import { useAssessmentColumns } from './use-assessment-columns.js';
import type { AssessmentListSearch } from './routes.js';

const route = getRouteApi('/app/assessments');
const PAGE = 25;

export default function AssessmentListPage() {
  const { t } = useTranslation('assessments');
  const { q, state, sort }: AssessmentListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const mayCreate = useCan()('create', 'Assessment');
  const columns = useAssessmentColumns();
  const query = useQuery(AssessmentListDocument, {
    variables: { first: PAGE, state, search: q },
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.assessments;
  const change = (next: AssessmentListSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const createButton = mayCreate && (
    <LinkButton to="/assessments/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.create')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('list.title')} period={t('list.lead')} actions={createButton} />
      <DataTable
        id="assessments"
        label={t('list.title')}
        columns={columns}
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        sort={sortOf(sort)}
        onSort={(next) => change({ sort: sortParam(next) })}
        filters={
          <Group gap="xs">
            <SearchField label={t('list.search')} value={q} onChange={(text) => change({ q: text })} />
            <StateFilter state={state} search={q} onState={(next) => change({ state: next })} />
          </Group>
        }
        empty={
          q || state ? (
            <NothingFound
              title={t('list.emptyFiltered')}
              clear={t('list.clearFilters')}
              onClear={() => change({ q: undefined, state: undefined })}
            />
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
