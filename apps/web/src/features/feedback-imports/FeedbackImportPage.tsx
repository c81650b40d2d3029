import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ImportRun } from '../../ui/file-import/ImportRun.js';
import { TakeImportBack } from '../../ui/file-import/TakeImportBack.js';
import {
  type FeedbackImportFieldsFragment,
  FeedbackImportRunDocument,
  UndoFeedbackDocument,
} from './feedback-imports.generated.js';
import { FeedbackImportOutcome } from './FeedbackImportOutcome.js';

const route = getRouteApi('/app/inbox/imports/$importId');
const REFRESH = ['FeedbackImportRun', 'FeedbackImportProblems'];

/** One import of feedback, until it is taken back. */
export default function FeedbackImportPage() {
  const { t } = useTranslation('feedbackImports');
  const { importId } = route.useParams();
  const query = useQuery(FeedbackImportRunDocument, {
    variables: { id: importId },
    fetchPolicy: 'cache-and-network',
  });
  const run = query.data?.feedbackImport;
  return (
    <ImportRun
      run={run}
      query={query}
      refresh={REFRESH}
      above={<AppLink to="/inbox/imports">{t('list.title')}</AppLink>}
      actions={run?.mayUndo && <TakeFeedbackBack run={run} onRefused={() => void query.refetch()} />}
    >
      {run && <FeedbackImportOutcome run={run} />}
    </ImportRun>
  );
}

/** What was triaged since it came in stays, and the question says how much that is. */
function TakeFeedbackBack({ run, onRefused }: { run: FeedbackImportFieldsFragment; onRefused: () => void }) {
  const { t } = useTranslation('feedbackImports');
  const { number } = useFormats();
  const [undo, busy] = useAct(UndoFeedbackDocument);
  const goes = run.added - run.triaged;
  return (
    <TakeImportBack
      fileName={run.fileName}
      consequence={
        <>
          {t('undo.goes', { count: goes })} {run.triaged > 0 && t('undo.triaged', { count: run.triaged })}{' '}
          {t('undo.again')}
        </>
      }
      act={t('undo.act', { count: number(goes) })}
      perform={() => undo({ id: run.id, leaveTriaged: run.triaged > 0 })}
      busy={busy}
      onRefused={onRefused}
    />
  );
}
