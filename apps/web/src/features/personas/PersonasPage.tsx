import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { PERSONA_KINDS } from './persona-words.js';
import { PersonaPanel } from './PersonaPanel.js';
import { personasVariables } from './personas-variables.js';
import { PersonasDocument } from './personas.generated.js';
import type { PersonasSearch } from './routes.js';
import { usePersonaColumns } from './use-persona-columns.js';

const route = getRouteApi('/app/personas');

/** Whose journeys there are: who these people are, and what they need. */
export default function PersonasPage() {
  const { t } = useTranslation('personas');
  const search: PersonasSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = usePersonaColumns();
  const { data, error, loading, refetch, fetchMore } = useQuery(PersonasDocument, {
    variables: personasVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.personas;
  const change = (next: PersonasSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: 'q' in next });
  const create = can('create', 'Journey') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ persona: 'new' })}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} period={t('lead')} actions={create || undefined} />
      <DataTable
        id="personas"
        label={t('title')}
        columns={columns}
        rows={list?.edges.map((edge) => edge.node)}
        rowKey={(row) => row.id}
        loading={loading}
        error={error}
        onRetry={() => void refetch()}
        totalCount={list?.totalCount}
        hasMore={list?.pageInfo.hasNextPage}
        onMore={() => void fetchMore({ variables: { after: list?.pageInfo.endCursor } })}
        onRow={(row) => change({ persona: row.id })}
        filters={
          <Group gap="sm">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <NativeSelect
              size="xs"
              aria-label={t('kind.label')}
              value={search.kind ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({ kind: PERSONA_KINDS.find((kind) => kind === value) });
              }}
              data={[
                { value: '', label: t('kind.any') },
                ...PERSONA_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
              ]}
            />
            <Checkbox
              size="xs"
              label={t('showArchived')}
              checked={search.archived ?? false}
              onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
            />
          </Group>
        }
        empty={
          (search.q ?? search.kind) ? (
            <EmptyState
              title={t('noneHere')}
              begin={
                <Button variant="default" onClick={() => change({ q: undefined, kind: undefined })}>
                  {t('clear')}
                </Button>
              }
            >
              {t('noneHereText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none')} begin={create || undefined}>
              {t('noneText')}
            </EmptyState>
          )
        }
      />
      <PersonaPanel search={search} onClose={() => change({ persona: undefined })} />
    </>
  );
}
