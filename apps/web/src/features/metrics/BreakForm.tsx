import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { CAUSES } from './metric-words.js';
import { CreateBreakDocument, type MetricFieldsFragment, type SeriesBreakCause } from './metrics.generated.js';

interface PartFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

/** A break that no change of the definition tells of: another sample, another source. */
export function BreakForm({ metric, onDone }: PartFormProps) {
  const { t } = useTranslation('metrics');
  const [create, busy] = useAct(CreateBreakDocument);
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('metrics');
  const form = useForm({
    initialValues: { beginsOn: '', cause: 'SAMPLE' as SeriesBreakCause, note: '' },
    validate: {
      beginsOn: (day) => (day ? null : t('form.dayMissing')),
      note: (note) => (note.trim() ? null : t('break.noteMissing')),
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());
  const save = async (values: typeof form.values) => {
    setError(null);
    const outcome = await create({ metricId: metric.id, ...values });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    form.resetDirty();
    notifyDone(t('break.saved'));
    onDone();
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('break.save')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <TextInput type="date" label={t('break.beginsOn')} data-autofocus {...form.getInputProps('beginsOn')} />
        <Select
          label={t('break.causeLabel')}
          allowDeselect={false}
          data={CAUSES.map((value) => ({ value, label: t(`break.cause.${value}`) }))}
          {...form.getInputProps('cause')}
        />
        <Textarea
          label={t('break.note')}
          description={t('break.noteHelp')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </Form>
      {warning}
    </>
  );
}
