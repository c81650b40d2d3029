import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ImportRun } from '../../ui/file-import/ImportRun.js';
import { AnswerImportRunDocument } from './imports.generated.js';
import { ImportOutcome } from './ImportOutcome.js';

const route = getRouteApi('/app/assessments/$assessmentId/imports/$importId');
const REFRESH = ['AnswerImportRun', 'ImportProblems'];

/** One import of answers. */
export default function ImportRunPage() {
  const { t } = useTranslation('imports');
  const { assessmentId, importId } = route.useParams();
  const query = useQuery(AnswerImportRunDocument, { variables: { id: importId } });
  const run = query.data?.answerImport;
  return (
    <ImportRun
      run={run}
      query={query}
      refresh={REFRESH}
      above={
        <AppLink to="/assessments/$assessmentId/import" params={{ assessmentId }}>
          {t('title')}
        </AppLink>
      }
      actions={
        <LinkButton variant="default" to="/assessments/$assessmentId" params={{ assessmentId }}>
          {t('back')}
        </LinkButton>
      }
    >
      {run && <ImportOutcome run={run} />}
    </ImportRun>
  );
}
