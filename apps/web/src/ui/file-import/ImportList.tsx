import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Connection, connectionRows, type Paged } from '../connection-rows.js';
import { type Columns, DataTable } from '../DataTable.js';
import { EmptyState } from '../EmptyState.js';
import { NothingFound } from '../NothingFound.js';
import { SearchField } from '../SearchField.js';
import type { ImportRunFacts } from './import-run.js';

interface ImportListProps<Run> {
  /** Names the table in what the browser remembers of it. */
  id: string;
  label: string;
  columns: Columns<Run>;
  query: Paged;
  list: Connection<Run> | undefined;
  search: string | undefined;
  onSearch: (part: string | undefined) => void;
  onOpen: (run: Run) => void;
  /** What to say where nothing was imported yet, and how to begin. */
  none: { readonly title: string; readonly text: string; readonly begin: ReactNode };
}

/** Every file that was brought in, by whom and what came of it. */
export function ImportList<Run extends ImportRunFacts>({
  id,
  label,
  columns,
  query,
  list,
  search,
  onSearch,
  onOpen,
  none,
}: ImportListProps<Run>) {
  const { t } = useTranslation('fileImport');
  return (
    <DataTable
      id={id}
      label={label}
      columns={columns}
      {...connectionRows(query, list)}
      loading={query.loading && !list}
      rowKey={(run) => run.id}
      onRow={onOpen}
      filters={
        <Group gap="xs">
          <SearchField label={t('list.search')} value={search} onChange={onSearch} />
        </Group>
      }
      empty={
        search ? (
          <NothingFound title={t('list.noneHere')} clear={t('list.clear')} onClear={() => onSearch(undefined)}>
            {t('list.noneHereText')}
          </NothingFound>
        ) : (
          <EmptyState title={none.title} begin={none.begin}>
            {none.text}
          </EmptyState>
        )
      }
    />
  );
}
