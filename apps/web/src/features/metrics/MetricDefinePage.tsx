import { useQuery } from '@apollo/client/react';
import { Skeleton, Textarea, TextInput } from '@mantine/core';
import { changeOfDefinition } from '@touchstone/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext, useFormats } from '../../i18n/format.js';
import { wallClock } from '../../i18n/zoned-time.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { DefinitionFields } from './DefinitionFields.js';
import { asDefinition, type DefinitionValues, toInput, toValues } from './metric-form.js';
import { DefineMetricDocument, type MetricFieldsFragment, MetricPageDocument } from './metrics.generated.js';
import { definitionPart, focusFirst, useDefinitionForm } from './use-definition-form.js';

interface Values extends DefinitionValues {
  validFrom: string;
  breakNote: string;
}

const route = getRouteApi('/app/metrics/$metricId/define');

export default function MetricDefinePage() {
  const { metricId } = route.useParams();
  const { data, error, refetch } = useQuery(MetricPageDocument, { variables: { id: metricId } });
  if (data) return <DefineForm key={data.metric.version} metric={data.metric} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={640} />;
}

/** A new definition from a day on; on the day of the latest one it corrects that. */
function DefineForm({ metric }: { metric: MetricFieldsFragment }) {
  const { t } = useTranslation('metrics');
  const { date } = useFormats();
  const timeZone = useContext(TimeZoneContext);
  const navigate = route.useNavigate();
  const [define, busy] = useAct(DefineMetricDocument, { refetch: ['MetricList'] });
  const [failure, setFailure] = useState<AppError | null>(null);
  const [saved, setSaved] = useState(false);
  const place = usePlaceFieldErrors('metrics');
  const [latest, earlier] = metric.versions;
  const today = wallClock(new Date().toISOString(), timeZone).slice(0, 10);
  const breaks = (values: Values) => {
    const before = values.validFrom === latest?.validFrom ? earlier : latest;
    return before && changeOfDefinition(asDefinition(toInput(toValues(before))), asDefinition(toInput(values))).breaks;
  };
  const form = useDefinitionForm<Values>(
    {
      ...toValues(latest ?? metric.definition),
      validFrom: latest && latest.validFrom > today ? latest.validFrom : today,
      breakNote: metric.breaks.find(({ beginsOn, demanded }) => demanded && beginsOn === latest?.validFrom)?.note ?? '',
    },
    (values) => ({
      ...(values.validFrom ? {} : { validFrom: t('form.dayMissing') }),
      ...(breaks(values) && !values.breakNote.trim() ? { breakNote: t('field.break_note_required') } : {}),
    }),
  );
  const corrects = form.values.validFrom === latest?.validFrom;
  const leaveDialog = useUnsavedChanges(form.isDirty() && !saved);
  const back = () => navigate({ to: '/metrics/$metricId', params: { metricId: metric.id } });

  const save = async (values: Values) => {
    setFailure(null);
    setSaved(true);
    const { validFrom, breakNote } = values;
    const { id, version } = metric;
    const outcome = await define({ id, version, validFrom, breakNote, definition: toInput(values) });
    if (outcome.error) {
      setSaved(false);
      return setFailure(place(form, Object.keys(values), outcome.error));
    }
    notifyDone(t('form.defined'));
    await back();
  };

  return (
    <>
      <PageHeader
        above={
          <AppLink to="/metrics/$metricId" params={{ metricId: metric.id }}>
            {metric.name}
          </AppLink>
        }
        title={t('form.defineTitle')}
        period={latest && t('form.latestFrom', { date: date(latest.validFrom) })}
      />
      <Form
        onSubmit={form.onSubmit(
          (values) => void save(values),
          (errors) => focusFirst(Object.keys(errors)),
        )}
        act={corrects ? t('form.correct') : t('form.define')}
        busy={busy}
        error={failure}
        onCancel={() => void back()}
        aria-label={t('form.defineTitle')}
      >
        <TextInput
          type="date"
          label={t('label.validFrom')}
          description={corrects ? t('form.correctsHelp') : t('form.newVersionHelp')}
          required
          data-path="validFrom"
          {...form.getInputProps('validFrom')}
        />
        {breaks(form.values) && (
          <Textarea
            label={t('label.breakNote')}
            description={t('form.breakHelp')}
            required
            rows={2}
            maxLength={2000}
            data-path="breakNote"
            {...form.getInputProps('breakNote')}
          />
        )}
        <DefinitionFields form={definitionPart(form)} metricKey={metric.key} />
      </Form>
      {leaveDialog}
    </>
  );
}
