import { skipToken, useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { ImportableItemsDocument, type ImportContextQuery, UploadedTableDocument } from './imports.generated.js';
import { ImportSetup } from './ImportSetup.js';
import type { ImportSearch } from './routes.js';
import { TableFacts } from '../../ui/file-import/TableFacts.js';

const route = getRouteApi('/app/assessments/$assessmentId/import');

interface MapTableProps {
  assessment: ImportContextQuery['assessment'];
  fileId: string;
}

/** The uploaded table as it was understood, and what its columns mean. */
export function MapTable({ assessment, fileId }: MapTableProps) {
  const { t } = useTranslation(['imports', 'fileImport']);
  const { sheet, header }: ImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  const read = useQuery(UploadedTableDocument, {
    variables: { fileId, assessmentId: assessment.id, sheet, headerRow: header },
  });
  const model = useQuery(
    ImportableItemsDocument,
    assessment.modelVersionId ? { variables: { modelVersionId: assessment.modelVersionId } } : skipToken,
  );
  const table = read.data?.uploadedTable;
  const items = model.data?.maturityModelVersion;
  const error = read.error ?? model.error;
  if (error && !(table && items))
    return <ErrorState error={error} onRetry={() => void Promise.all([read.refetch(), model.refetch()])} />;
  if (!table || !items) return <Skeleton height={480} />;
  const reread = (next: ImportSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  return (
    <>
      <Panel title={t('fileImport:table.title')}>
        <TableFacts
          table={table}
          onSheet={(name) => reread({ sheet: name, header: undefined })}
          onHeaderRow={(row) => reread({ header: row })}
          onOtherFile={() => void navigate({ to: '.', search: {} })}
        />
      </Panel>
      {/* Another sheet or header row is another table: what was chosen for the last one does not carry over. */}
      <ImportSetup
        key={`${table.sheet ?? ''} ${table.headerRow}`}
        assessment={assessment}
        table={table}
        model={items}
      />
    </>
  );
}
