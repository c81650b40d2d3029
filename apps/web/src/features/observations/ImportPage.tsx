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
import { ImportOutcome } from './ImportOutcome.js';
import { ObservationImportRunDocument, UndoObservationsDocument } from './observations.generated.js';

const route = getRouteApi('/app/monitoring/imports/$importId');
/** Whoever may see an import may not see somebody else's job: the import itself is asked for as well. */
const ASK_EVERY = 3000;

/** One import while it runs and after, until it is taken back: it can be left and come back to. */
export default function ImportPage() {
  const { t } = useTranslation('observations');
  const { number } = useFormats();
  const client = useApolloClient();
  const { importId } = route.useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ObservationImportRunDocument, {
    variables: { id: importId },
    fetchPolicy: 'cache-and-network',
  });
  const run = data?.observationImport;
  const going = run?.state === 'WAITING' || run?.state === 'RUNNING' || run?.undoing === true;
  const job = useJob(going ? run?.jobId : null, () => {
    void client.refetchQueries({ include: ['ObservationImportRun', 'ObservationProblems'] });
  });
  useEffect(() => {
    if (!going) return;
    startPolling(ASK_EVERY);
    return stopPolling;
  }, [going, startPolling, stopPolling]);

  const [confirm, dialog] = useConfirm();
  const [undo, undoing] = useAct(UndoObservationsDocument);
  const [failure, setFailure] = useState<AppError | null>(null);
  const takeBack = async () => {
    if (!run) return;
    const metrics = run.metrics.length;
    const agreed = await confirm({
      title: t('undo.title', { file: run.fileName }),
      consequence: (
        <>
          {t('undo.goes', { added: run.added, metrics })}{' '}
          {run.corrected > 0 && t('undo.comesBack', { corrected: run.corrected })} {t('undo.stays')}
        </>
      ),
      act: t('undo.act', { added: number(run.added + run.corrected) }),
    });
    if (!agreed) return;
    const { error: refused } = await undo({ id: run.id });
    setFailure(refused ?? null);
  };

  return (
    <>
      <PageHeader
        above={<AppLink to="/monitoring/imports">{t('list.title')}</AppLink>}
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
        {run && !going && <ImportOutcome run={run} />}
      </div>
      {dialog}
    </>
  );
}
