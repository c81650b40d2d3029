import { useQuery } from '@apollo/client/react';
import { Anchor, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ImportContextDocument } from './imports.generated.js';
import { ImportHistory } from './ImportHistory.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { MapTable } from './MapTable.js';
import type { ImportSearch } from './routes.js';
import { UploadPlace } from '../../ui/file-import/UploadPlace.js';

const route = getRouteApi('/app/assessments/$assessmentId/import');

/** Answers that an office already holds: a file, its columns, a preview, then a job. The address keeps the file. */
export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { assessmentId } = route.useParams();
  const { file }: ImportSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(ImportContextDocument, { variables: { assessmentId } });
  const assessment = data?.assessment;
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/assessments/$assessmentId" params={{ assessmentId }}>
            {assessment?.name ?? t('back')}
          </AppLink>
        }
        title={t('title')}
      />
      <div className={classes.page}>
        {error && !assessment && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!assessment && !error && <Skeleton height={320} />}
        {assessment && assessment.state !== 'OPEN' && <p className={classes.note}>{t('onlyOpen')}</p>}
        {assessment?.state === 'OPEN' && !file && (
          <>
            <p className={classes.help}>{t('lead')}</p>
            <UploadPlace onFile={(fileId) => void navigate({ to: '.', search: { file: fileId } })} />
            <p className={classes.help}>{t('again')}</p>
            <p className={classes.help}>
              <Anchor href={`/imports/template.csv?assessmentId=${encodeURIComponent(assessmentId)}`} download>
                {t('template')}
              </Anchor>
            </p>
          </>
        )}
        {assessment?.state === 'OPEN' && file && <MapTable assessment={assessment} fileId={file} />}
        {data && !file && data.answerImports.length > 0 && <ImportHistory imports={data.answerImports} />}
      </div>
    </>
  );
}
