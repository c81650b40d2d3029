import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { ImportStateBadge } from '../../ui/file-import/ImportStateBadge.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import type { FeedbackImportFieldsFragment } from './feedback-imports.generated.js';

const column = createColumnHelper<FeedbackImportFieldsFragment>();

export function useFeedbackImportColumns(): Columns<FeedbackImportFieldsFragment> {
  const { t } = useTranslation('feedbackImports');
  const { number } = useFormats();
  return useMemo(() => {
    const counted = (key: 'rowsRead' | 'rowsBad' | 'added' | 'repeated' | 'duplicates' | 'triaged') =>
      column.accessor(key, {
        header: t(`count.${key}`),
        meta: { number: true },
        cell: (cell) => number(cell.getValue()),
      });
    return [
      column.accessor('fileName', {
        header: t('list.file'),
        meta: { fixed: true },
        cell: ({ row: { original: run } }) => (
          <AppLink to="/inbox/imports/$importId" params={{ importId: run.id }} size="sm" fw={600}>
            {run.fileName}
          </AppLink>
        ),
      }),
      column.accessor((run) => (run.undoing ? 'UNDOING' : run.state), {
        id: 'state',
        header: t('list.state'),
        cell: (cell) => <ImportStateBadge state={cell.getValue()} />,
      }),
      counted('added'),
      counted('triaged'),
      counted('repeated'),
      counted('duplicates'),
      counted('rowsRead'),
      counted('rowsBad'),
      column.accessor((run) => run.createdByName ?? '', {
        id: 'who',
        header: t('list.who'),
        cell: (cell) => cell.getValue() || t('list.program'),
      }),
      column.accessor('createdAt', {
        header: t('list.when'),
        cell: (cell) => <RelativeTime at={cell.getValue()} />,
      }),
    ];
  }, [t, number]);
}
