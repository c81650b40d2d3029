import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { useImportColumns } from '../../ui/file-import/use-import-columns.js';
import type { ObservationImportFieldsFragment } from './observations.generated.js';

const COUNTED = ['added', 'corrected', 'repeated', 'rowsRead', 'rowsBad'] as const;

const link = (run: ObservationImportFieldsFragment) => (
  <AppLink to="/monitoring/imports/$importId" params={{ importId: run.id }} size="sm" fw={600}>
    {run.fileName}
  </AppLink>
);

export function useObservationImportColumns(): Columns<ObservationImportFieldsFragment> {
  const { t } = useTranslation('observations');
  const counts = useMemo(
    () =>
      COUNTED.map((key) => ({
        key,
        header: t(`count.${key}`),
        of: (run: ObservationImportFieldsFragment) => run[key],
      })),
    [t],
  );
  return useImportColumns(link, counts);
}
