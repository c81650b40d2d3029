import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { useImportColumns } from '../../ui/file-import/use-import-columns.js';
import type { FeedbackImportFieldsFragment } from './feedback-imports.generated.js';

const COUNTED = ['added', 'triaged', 'repeated', 'duplicates', 'rowsRead', 'rowsBad'] as const;

const link = (run: FeedbackImportFieldsFragment) => (
  <AppLink to="/inbox/imports/$importId" params={{ importId: run.id }} size="sm" fw={600}>
    {run.fileName}
  </AppLink>
);

export function useFeedbackImportColumns(): Columns<FeedbackImportFieldsFragment> {
  const { t } = useTranslation('feedbackImports');
  const counts = useMemo(
    () =>
      COUNTED.map((key) => ({ key, header: t(`count.${key}`), of: (run: FeedbackImportFieldsFragment) => run[key] })),
    [t],
  );
  return useImportColumns(link, counts);
}
