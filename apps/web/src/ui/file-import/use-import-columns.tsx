import { createColumnHelper } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { Columns } from '../DataTable.js';
import { RelativeTime } from '../RelativeTime.js';
import { type ImportRunFacts, shownState } from './import-run.js';
import { ImportStateBadge } from './ImportStateBadge.js';

interface Count<Run> {
  readonly key: string;
  readonly header: string;
  readonly of: (run: Run) => number;
}

/** File, state, what came of it, by whom and when. Both parameters are to stay the same from one rendering to the next. */
export function useImportColumns<Run extends ImportRunFacts>(
  link: (run: Run) => ReactNode,
  counts: readonly Count<Run>[],
): Columns<Run> {
  const { t } = useTranslation('fileImport');
  const { number } = useFormats();
  return useMemo(() => {
    const column = createColumnHelper<Run>();
    return [
      column.accessor((run) => run.fileName, {
        id: 'fileName',
        header: t('list.file'),
        meta: { fixed: true },
        cell: ({ row: { original } }) => link(original),
      }),
      column.accessor(shownState, {
        id: 'state',
        header: t('list.state'),
        cell: (cell) => <ImportStateBadge state={cell.getValue()} />,
      }),
      ...counts.map(({ key, header, of }) =>
        column.accessor(of, { id: key, header, meta: { number: true }, cell: (cell) => number(cell.getValue()) }),
      ),
      column.accessor((run) => run.createdByName ?? '', {
        id: 'who',
        header: t('list.who'),
        cell: (cell) => cell.getValue() || t('run.program'),
      }),
      column.accessor((run) => run.createdAt, {
        id: 'createdAt',
        header: t('list.when'),
        cell: (cell) => <RelativeTime at={cell.getValue()} />,
      }),
    ] as Columns<Run>;
  }, [t, number, link, counts]);
}
