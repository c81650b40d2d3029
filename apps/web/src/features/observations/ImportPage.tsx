import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ImportRun } from '../../ui/file-import/ImportRun.js';
import { TakeImportBack } from '../../ui/file-import/TakeImportBack.js';
import { ImportOutcome } from './ImportOutcome.js';
import {
  type ObservationImportFieldsFragment,
  ObservationImportRunDocument,
  UndoObservationsDocument,
} from './observations.generated.js';

const route = getRouteApi('/app/monitoring/imports/$importId');
const REFRESH = ['ObservationImportRun', 'ObservationProblems'];

/** One import of observations, until it is taken back. */
export default function ImportPage() {
  const { t } = useTranslation('observations');
  const { importId } = route.useParams();
  const query = useQuery(ObservationImportRunDocument, {
    variables: { id: importId },
    fetchPolicy: 'cache-and-network',
  });
  const run = query.data?.observationImport;
  return (
    <ImportRun
      run={run}
      query={query}
      refresh={REFRESH}
      above={<AppLink to="/monitoring/imports">{t('list.title')}</AppLink>}
      actions={run?.mayUndo && <TakeObservationsBack run={run} />}
    >
      {run && <ImportOutcome run={run} />}
    </ImportRun>
  );
}

function TakeObservationsBack({ run }: { run: ObservationImportFieldsFragment }) {
  const { t } = useTranslation('observations');
  const { number } = useFormats();
  const [undo, busy] = useAct(UndoObservationsDocument);
  return (
    <TakeImportBack
      fileName={run.fileName}
      consequence={
        <>
          {t('undo.goes', { added: run.added, metrics: run.metrics.length })}{' '}
          {run.corrected > 0 && t('undo.comesBack', { corrected: run.corrected })} {t('undo.stays')}
        </>
      }
      act={t('undo.act', { added: number(run.added + run.corrected) })}
      perform={() => undo({ id: run.id })}
      busy={busy}
    />
  );
}
