import { useApolloClient, useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { JobProgress } from '../../ui/job/JobProgress.js';
import { useJob } from '../../ui/job/use-job.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AnswerImportRunDocument } from './imports.generated.js';
import { ImportOutcome } from './ImportOutcome.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { ImportStateBadge } from '../../ui/file-import/ImportStateBadge.js';

const route = getRouteApi('/app/assessments/$assessmentId/imports/$importId');

/** One import while it runs and after: it can be left and come back to. */
export default function ImportRunPage() {
  const { t } = useTranslation('imports');
  const client = useApolloClient();
  const { assessmentId, importId } = route.useParams();
  const { data, error, refetch } = useQuery(AnswerImportRunDocument, { variables: { id: importId } });
  const run = data?.answerImport;
  const going = run?.state === 'WAITING' || run?.state === 'RUNNING';
  const job = useJob(going ? run.jobId : null, () => {
    void client.refetchQueries({ include: ['AnswerImportRun', 'ImportProblems'] });
  });
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/assessments/$assessmentId/import" params={{ assessmentId }}>
            {t('title')}
          </AppLink>
        }
        title={run?.fileName ?? t('run.title')}
        status={run && <ImportStateBadge state={run.state} />}
        actions={
          <LinkButton variant="default" to="/assessments/$assessmentId" params={{ assessmentId }}>
            {t('back')}
          </LinkButton>
        }
      />
      <div className={classes.page}>
        {error && !run && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!run && !error && <Skeleton height={240} />}
        {going && (
          <section className="ts-card">
            <JobProgress job={job} label={t('run.working')} />
            <p className={classes.help}>{t('run.leave')}</p>
          </section>
        )}
        {run && !going && <ImportOutcome run={run} />}
      </div>
    </>
  );
}
