import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { TableFacts } from '../../ui/file-import/TableFacts.js';
import { UploadPlace } from '../../ui/file-import/UploadPlace.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { EarlierImport } from './EarlierImport.js';
import { MapObservations } from './MapObservations.js';
import { ObservationTableDocument } from './observations.generated.js';
import type { NewImportSearch } from './routes.js';
import { Templates } from './Templates.js';

const route = getRouteApi('/app/monitoring/imports/new');

/** Numbers that somebody holds in a file: upload it, say what its columns hold, look, and start. The address keeps the file. */
export default function NewImportPage() {
  const { t } = useTranslation('observations');
  const { file }: NewImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader above={<AppLink to="/monitoring/imports">{t('list.title')}</AppLink>} title={t('new.title')} />
      <div className={classes.page}>
        {file ? (
          <MapFile fileId={file} />
        ) : (
          <>
            <p className={classes.help}>{t('new.lead')}</p>
            <UploadPlace onFile={(fileId) => void navigate({ to: '.', search: { file: fileId } })} />
            <p className={classes.help}>{t('again')}</p>
            <Templates />
          </>
        )}
      </div>
    </>
  );
}

function MapFile({ fileId }: { fileId: string }) {
  const { t } = useTranslation(['observations', 'fileImport']);
  const { sheet, header }: NewImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, previousData, error, refetch } = useQuery(ObservationTableDocument, {
    variables: { fileId, sheet, headerRow: header },
    fetchPolicy: 'cache-and-network',
  });
  const table = (data ?? previousData)?.observationTable;
  const otherFile = () => void navigate({ to: '.', search: {} });
  if (error && !data)
    return (
      <>
        <ErrorState error={error} onRetry={() => void refetch()} />
        <UploadPlace onFile={(next) => void navigate({ to: '.', search: { file: next } })} />
      </>
    );
  if (!table) return <Skeleton height={480} />;
  const reread = (next: NewImportSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  return (
    <>
      {table.earlierImport && <EarlierImport earlier={table.earlierImport} />}
      <Panel title={t('fileImport:table.title')}>
        <TableFacts
          table={table}
          onSheet={(name) => reread({ sheet: name, header: undefined })}
          onHeaderRow={(row) => reread({ header: row })}
          onOtherFile={otherFile}
        />
      </Panel>
      {/* Another sheet or header row is another table: what was chosen for the last one does not carry over. */}
      <MapObservations key={`${table.sheet ?? ''} ${table.headerRow}`} table={table} />
    </>
  );
}
