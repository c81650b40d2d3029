import { useQuery } from '@apollo/client/react';
import { Anchor, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { TableFacts } from '../../ui/file-import/TableFacts.js';
import { UploadPlace } from '../../ui/file-import/UploadPlace.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { FeedbackTableDocument, type FeedbackTableQuery } from './feedback-imports.generated.js';
import { MapFeedback } from './MapFeedback.js';
import type { NewFeedbackImportSearch } from './routes.js';

const route = getRouteApi('/app/inbox/imports/new');

/** What customers said, in a file: upload it, say what its columns hold, look, and start. The address keeps the file. */
export default function NewFeedbackImportPage() {
  const { t } = useTranslation('feedbackImports');
  const { file }: NewFeedbackImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader above={<AppLink to="/inbox/imports">{t('list.title')}</AppLink>} title={t('new.title')} />
      <div className={classes.page}>
        {file ? (
          <MapFile fileId={file} />
        ) : (
          <>
            <p className={classes.help}>{t('new.lead')}</p>
            <UploadPlace onFile={(fileId) => void navigate({ to: '.', search: { file: fileId } })} />
            <p className={classes.help}>{t('again')}</p>
            <div>
              <Anchor size="sm" fw={600} href="/feedback-imports/template.csv" download>
                <IconDownload size={14} aria-hidden /> {t('new.template')}
              </Anchor>
            </div>
          </>
        )}
      </div>
    </>
  );
}

function MapFile({ fileId }: { fileId: string }) {
  const { t } = useTranslation(['feedbackImports', 'fileImport']);
  const { sheet, header }: NewFeedbackImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, previousData, error, refetch } = useQuery(FeedbackTableDocument, {
    variables: { fileId, sheet, headerRow: header },
    fetchPolicy: 'cache-and-network',
  });
  const table = (data ?? previousData)?.feedbackTable;
  if (error && !data)
    return (
      <>
        <ErrorState error={error} onRetry={() => void refetch()} />
        <UploadPlace onFile={(next) => void navigate({ to: '.', search: { file: next } })} />
      </>
    );
  if (!table) return <Skeleton height={480} />;
  const reread = (next: NewFeedbackImportSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  return (
    <>
      {table.earlierImport && <EarlierImport earlier={table.earlierImport} />}
      <Panel title={t('fileImport:table.title')}>
        <TableFacts
          table={table}
          onSheet={(name) => reread({ sheet: name, header: undefined })}
          onHeaderRow={(row) => reread({ header: row })}
          onOtherFile={() => void navigate({ to: '.', search: {} })}
        />
      </Panel>
      {/* Another sheet or header row is another table: what was chosen for the last one does not carry over. */}
      <MapFeedback key={`${table.sheet ?? ''} ${table.headerRow}`} table={table} />
    </>
  );
}

/** The very same file was brought in before: what that means for bringing it in again. */
function EarlierImport({ earlier }: { earlier: NonNullable<FeedbackTableQuery['feedbackTable']['earlierImport']> }) {
  const { t } = useTranslation('feedbackImports');
  const { dateTime } = useFormats();
  return (
    <p className={classes.note}>
      {t('new.earlier', { when: dateTime(earlier.createdAt), count: earlier.added })}{' '}
      <AppLink to="/inbox/imports/$importId" params={{ importId: earlier.id }}>
        {t('new.earlierOpen')}
      </AppLink>
    </p>
  );
}
