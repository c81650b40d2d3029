import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SavedViews } from '../saved-views/index.js';
import { JourneyPanel } from './JourneyPanel.js';
import { atlasVariables } from './atlas-variables.js';
import { JourneysDocument } from './journeys.generated.js';
import type { AtlasSearch } from './routes.js';
import { useAtlasColumns } from './use-atlas-columns.js';

const STATES = ['CURRENT', 'FUTURE'] as const;

/** Every journey there is a map of, as a tree: parts under their whole, a future state under what it is to replace. */
export default function AtlasPage() {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const search = useSearch({ from: '/app/journeys' });
  const navigate = useNavigate({ from: '/journeys' });
  const change = (next: Partial<AtlasSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: 'q' in next });
  const query = useQuery(JourneysDocument, {
    variables: atlasVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const journeys = query.data?.journeys;
  const columns = useAtlasColumns(journeys?.edges.map(({ node }) => node.id) ?? []);
  const narrowed = Boolean(search.q ?? search.state);
  const begin = can('create', 'Journey') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ journey: 'new' })}>
      {t('begin')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          begin && (
            <>
              <LinkButton variant="default" to="/journeys/import">
                {t('import.open')}
              </LinkButton>
              {begin}
            </>
          )
        }
      />
      <DataTable
        id="journeys"
        label={t('list')}
        columns={columns}
        {...connectionRows(query, journeys)}
        rowKey={(journey) => journey.id}
        views={<SavedViews page="journeys" />}
        filters={
          <Group gap="sm">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('state.label')}
              any={t('state.any')}
              choices={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
              value={search.state}
              onChange={(state) => change({ state })}
            />
            <FilterCheckbox
              label={t('showArchived')}
              value={search.archived}
              onChange={(archived) => change({ archived })}
            />
          </Group>
        }
        empty={
          narrowed ? (
            <NothingFound
              title={t('noneHere')}
              clear={t('clearFilters')}
              onClear={() => change({ q: undefined, state: undefined })}
            >
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('none')} begin={begin}>
              {t('noneText')}
            </EmptyState>
          )
        }
      />
      <JourneyPanel search={search} onClose={() => change({ journey: undefined })} />
    </>
  );
}
