import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/AppLink.js';
import { JobProgress } from '../../ui/job/JobProgress.js';
import { useJob } from '../../ui/job/use-job.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';

/** From closing on: how far the computing is, and the way to the numbers once they exist. */
export function ResultsStatus({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const client = useApolloClient();
  const computing = assessment.resultsComputedAt === null ? assessment.resultsJobId : null;
  const job = useJob(computing, () => void client.refetchQueries({ include: ['AssessmentRun'] }));
  if (assessment.state === 'DRAFT' || assessment.state === 'OPEN') return null;
  return (
    <Panel
      title={t('run.results')}
      actions={
        assessment.resultsComputedAt && (
          <LinkButton
            to="/assessments/$assessmentId/results"
            params={{ assessmentId: assessment.id }}
            variant="light"
            size="xs"
          >
            {t('run.readResults')}
          </LinkButton>
        )
      }
    >
      {assessment.resultsComputedAt ? (
        <p>
          {t('run.computedWhen')} <RelativeTime at={assessment.resultsComputedAt} />
        </p>
      ) : computing ? (
        <JobProgress job={job} label={t('run.computing')} />
      ) : (
        <p>{t('run.notComputed')}</p>
      )}
    </Panel>
  );
}
