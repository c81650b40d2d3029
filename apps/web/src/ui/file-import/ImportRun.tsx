import { useApolloClient } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState.js';
import { JobProgress } from '../job/JobProgress.js';
import { useJob } from '../job/use-job.js';
import { PageHeader } from '../PageHeader.js';
import { RelativeTime } from '../RelativeTime.js';
import classes from './FileImport.module.css';
import { goesOn, type ImportRunFacts, shownState } from './import-run.js';
import { ImportStateBadge } from './ImportStateBadge.js';

interface ImportRunProps {
  run: ImportRunFacts | undefined;
  query: {
    error?: unknown;
    refetch: () => Promise<unknown>;
    startPolling: (milliseconds: number) => void;
    stopPolling: () => void;
  };
  /** Operations that are asked again when the job is over. */
  refresh: string[];
  above: ReactNode;
  actions?: ReactNode;
  /** What came of it. */
  children: ReactNode;
}

/** Whoever may see an import may not see somebody else's job: the import itself is asked for as well. */
const ASK_EVERY = 3000;

/** The page of one import while it runs and after: it can be left and come back to. */
export function ImportRun({ run, query, refresh, above, actions, children }: ImportRunProps) {
  const { t } = useTranslation('fileImport');
  const client = useApolloClient();
  const going = run !== undefined && goesOn(run);
  const job = useJob(going ? run.jobId : null, () => void client.refetchQueries({ include: refresh }));
  const { error, refetch, startPolling, stopPolling } = query;
  useEffect(() => {
    if (!going) return;
    startPolling(ASK_EVERY);
    return stopPolling;
  }, [going, startPolling, stopPolling]);
  return (
    <>
      <PageHeader
        above={above}
        title={run?.fileName ?? t('run.title')}
        status={run && <ImportStateBadge state={shownState(run)} />}
        owner={run && run.createdByName !== undefined && (run.createdByName ?? t('run.program'))}
        period={run && <RelativeTime at={run.createdAt} />}
        actions={actions}
      />
      <div className={classes.page}>
        {error !== undefined && !run && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!run && error === undefined && <Skeleton height={240} />}
        {going && (
          <section className="ts-card">
            <JobProgress job={job} label={run.undoing ? t('run.undoing') : t('run.working')} />
            <p className={classes.help}>{t('run.leave')}</p>
          </section>
        )}
        {run && !going && children}
      </div>
    </>
  );
}
