import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentForm } from './AssessmentForm.js';
import { type AssessmentValues, emptyAssessment, toInput } from './assessment-form.js';
import { CreateAssessmentDocument } from './assessments.generated.js';
import { useFormChoices } from './use-form-choices.js';

const route = getRouteApi('/app/assessments/new');
const refetch = ['AssessmentList'];

export default function AssessmentCreatePage() {
  const { t } = useTranslation('assessments');
  const timeZone = useContext(TimeZoneContext);
  const { model, previous } = route.useSearch();
  const navigate = route.useNavigate();
  const { choices, error, retry } = useFormChoices();
  const [create] = useAct(CreateAssessmentDocument, { refetch });
  // One key per form: a second press of the button, or a retry after a lost answer, makes no second draft.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const minimum = choices?.minimumGroupSize;
  const initial = useMemo(
    () =>
      minimum === undefined
        ? null
        : {
            ...emptyAssessment(new Date(), minimum, timeZone),
            modelVersionId: model ?? '',
            previousAssessmentId: previous ?? '',
          },
    [minimum, timeZone, model, previous],
  );

  const save = async (values: AssessmentValues) => {
    const outcome = await create({ input: toInput(values, timeZone), idempotencyKey });
    if (outcome.error) return outcome.error;
    notifyDone(t('form.created'));
    await navigate({ to: '/assessments/$assessmentId', params: { assessmentId: outcome.data.createAssessment.id } });
    return null;
  };

  return (
    <>
      <PageHeader above={<AppLink to="/assessments">{t('list.title')}</AppLink>} title={t('form.createTitle')} />
      {error !== undefined && <ErrorState error={error} onRetry={retry} />}
      {!choices && !error && <Skeleton height={640} mt="md" maw={640} />}
      {choices && initial && (
        <AssessmentForm
          initial={initial}
          choices={choices}
          state="DRAFT"
          act={t('form.create')}
          onSave={save}
          onCancel={() => void navigate({ to: '/assessments' })}
        />
      )}
    </>
  );
}
