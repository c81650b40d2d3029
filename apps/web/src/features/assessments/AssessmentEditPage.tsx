import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeZoneContext } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentForm } from './AssessmentForm.js';
import { toValues } from './assessment-form.js';
import { AssessmentRunDocument } from './assessments.generated.js';
import { AssessmentStateBadge } from './AssessmentStateBadge.js';
import { useFormChoices } from './use-form-choices.js';
import { useSaveAssessment } from './use-save-assessment.js';

const route = getRouteApi('/app/assessments/$assessmentId/edit');

export default function AssessmentEditPage() {
  const { t } = useTranslation('assessments');
  const timeZone = useContext(TimeZoneContext);
  const { assessmentId } = route.useParams();
  const navigate = route.useNavigate();
  // Read once: what somebody else saves meanwhile shows up as a conflict, not as text changing under the hands.
  const { data, error, refetch } = useQuery(AssessmentRunDocument, {
    variables: { id: assessmentId },
    fetchPolicy: 'no-cache',
  });
  const { choices, error: choicesError, retry } = useFormChoices(assessmentId);
  const assessment = data?.assessment;
  const back = () => void navigate({ to: '/assessments/$assessmentId', params: { assessmentId } });
  const { save, conflictDialog } = useSaveAssessment(assessment, choices, back);
  const initial = useMemo(() => assessment && toValues(assessment, timeZone), [assessment, timeZone]);

  if (error && !assessment) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/assessments/$assessmentId" params={{ assessmentId }}>
            {assessment?.name ?? t('list.title')}
          </AppLink>
        }
        title={t('form.editTitle', { name: assessment?.name ?? '…' })}
        status={assessment && <AssessmentStateBadge state={assessment.state} />}
      />
      {choicesError !== undefined && <ErrorState error={choicesError} onRetry={retry} />}
      {(!initial || !choices) && !choicesError && <Skeleton height={640} mt="md" maw={640} />}
      {initial && choices && assessment && (
        <AssessmentForm
          initial={initial}
          choices={choices}
          state={assessment.state}
          act={t('form.save')}
          onSave={save}
          onCancel={back}
        />
      )}
      {conflictDialog}
    </>
  );
}
