import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../api/app-error.js';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ExplainPanel } from './ExplainPanel.js';
import { ResultFacts } from './ResultFacts.js';
import { ResultsActs } from './ResultsActs.js';
import { AssessmentResultsDocument } from './results.generated.js';
import { ResultsContext } from './results-context.js';
import classes from './ResultsPage.module.css';
import { ResultsViews } from './ResultsViews.js';
import { useResultsView } from './use-results-view.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

/** What a closed wave says: every number with its n, its interval and the way it came about. */
export default function ResultsPage() {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { assessmentId } = route.useParams();
  const { data, error, refetch } = useQuery(AssessmentResultsDocument, { variables: { assessmentId } });
  const text = useLocalizedText();
  const view = useResultsView(data?.results);
  const back = (
    <AppLink to="/assessments/$assessmentId" params={{ assessmentId }}>
      {t('back')}
    </AppLink>
  );
  const toRun = (
    <LinkButton to="/assessments/$assessmentId" params={{ assessmentId }}>
      {t('state.toRun')}
    </LinkButton>
  );

  if (!view) {
    if (!error) return <Skeleton height={640} />;
    // An open wave has no results by design, which is no fault to report.
    return (
      <>
        <PageHeader above={back} title={t('title')} />
        {toAppError(error).code === 'NOT_FOUND' ? (
          <EmptyState title={t('state.notComputedTitle')} begin={toRun}>
            {t('state.notComputedBody')}
          </EmptyState>
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  }
  const wave = view.results.assessment;
  return (
    <ResultsContext value={view}>
      <PageHeader
        above={back}
        title={t('of', { name: wave.name })}
        owner={
          <AppLink to="/models/$modelVersionId" params={{ modelVersionId: view.results.model.id }} size="sm">
            {text(view.results.model.name)} {view.results.model.version}
          </AppLink>
        }
        period={[wave.businessUnitName, formats.dateRange(wave.periodStart, wave.periodEnd)]
          .filter(Boolean)
          .join(' · ')}
        actions={<ResultsActs />}
      />
      <div className={classes.page}>
        {wave.state === 'CLOSED' && <p className={classes.note}>{t('state.unpublished')}</p>}
        <ResultFacts />
        <ResultsViews />
      </div>
      <ExplainPanel />
    </ResultsContext>
  );
}
