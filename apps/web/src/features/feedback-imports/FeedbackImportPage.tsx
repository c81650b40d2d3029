import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { ImportStateBadge } from '../../ui/file-import/ImportStateBadge.js';
import { JobProgress } from '../../ui/job/JobProgress.js';
import { useJob } from '../../ui/job/use-job.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { FeedbackImportRunDocument, UndoFeedbackDocument } from './feedback-imports.generated.js';
import { FeedbackImportOutcome } from './FeedbackImportOutcome.js';

const route = getRouteApi('/app/inbox/imports/$importId');
/** Whoever may see an import may not see somebody else's job: the import itself is asked for as well. */
const ASK_EVERY = 3000;

/** One import while it runs and after, until it is taken back: it can be left and come back to. */
export default function FeedbackImportPage() {
  const { t } = useTranslation('feedbackImports');
  const { number } = useFormats();
  const client = useApolloClient();
  const { importId } = route.useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(FeedbackImportRunDocument, {
    variables: { id: importId },
    fetchPolicy: 'cache-and-network',
  });
  const run = data?.feedbackImport;
  const going = run?.state === 'WAITING' || run?.state === 'RUNNING' || run?.undoing === true;
  const job = useJob(going ? run?.jobId : null, () => {
    void client.refetchQueries({ include: ['FeedbackImportRun', 'FeedbackImportProblems'] });
  });
  useEffect(() => {
    if (!going) return;
    startPolling(ASK_EVERY);
    return stopPolling;
  }, [going, startPolling, stopPolling]);

  const [confirm, dialog] = useConfirm();
  const [undo, undoing] = useAct(UndoFeedbackDocument);
  const [failure, setFailure] = useState<AppError | null>(null);
  const takeBack = async () => {
    if (!run) return;
    const goes = run.added - run.triaged;
    const agreed = await confirm({
      title: t('undo.title', { file: run.fileName }),
      consequence: (
        <>
          {t('undo.goes', { count: goes })} {run.triaged > 0 && t('undo.triaged', { count: run.triaged })}{' '}
          {t('undo.again')}
        </>
      ),
      act: t('undo.act', { count: number(goes) }),
    });
    if (!agreed) return;
    const { error: refused } = await undo({ id: run.id, leaveTriaged: run.triaged > 0 });
    setFailure(refused ?? null);
    if (refused) void refetch();
  };

  return (
    <>
      <PageHeader
        above={<AppLink to="/inbox/imports">{t('list.title')}</AppLink>}
        title={run?.fileName ?? t('run.title')}
        status={run && <ImportStateBadge state={run.undoing ? 'UNDOING' : run.state} />}
        owner={run && (run.createdByName ?? t('list.program'))}
        period={run && <RelativeTime at={run.createdAt} />}
        actions={
          run?.mayUndo && (
            <Button variant="default" color="red" onClick={() => void takeBack()} loading={undoing}>
              {t('undo.open')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        {error && !run && <ErrorState error={error} onRetry={() => void refetch()} />}
        {failure && <ErrorState error={failure} />}
        {!run && !error && <Skeleton height={240} />}
        {run && going && (
          <section className="ts-card">
            <JobProgress job={job} label={run.undoing ? t('run.undoing') : t('run.working')} />
            <p className={classes.help}>{t('run.leave')}</p>
          </section>
        )}
        {run && !going && <FeedbackImportOutcome run={run} />}
      </div>
      {dialog}
    </>
  );
}
