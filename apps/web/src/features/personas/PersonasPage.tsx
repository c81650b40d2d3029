import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { NothingFound } from '../../ui/NothingFound.js';
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
  const query = useQuery(PersonasDocument, {
    variables: personasVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.personas;
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
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        onRow={(row) => change({ persona: row.id })}
        filters={
          <Group gap="sm">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('kind.label')}
              any={t('kind.any')}
              choices={PERSONA_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              value={search.kind}
              onChange={(kind) => change({ kind })}
            />
            <FilterCheckbox
              label={t('showArchived')}
              value={search.archived}
              onChange={(archived) => change({ archived })}
            />
          </Group>
        }
        empty={
          (search.q ?? search.kind) ? (
            <NothingFound
              title={t('noneHere')}
              clear={t('clear')}
              onClear={() => change({ q: undefined, kind: undefined })}
            >
              {t('noneHereText')}
            </NothingFound>
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
