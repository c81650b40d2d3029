import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { type MetricFieldsFragment, UpdateMetricDocument } from './metrics.generated.js';
import { useOwnerChoices } from './use-owner-choices.js';

interface PartFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

/** Name and owner; the key stays, because formulas and imports use it. */
export function RenameForm({ metric, onDone }: PartFormProps) {
  const { t } = useTranslation('metrics');
  const teams = useOwnerChoices();
  const [update, busy] = useAct(UpdateMetricDocument, { refetch: ['MetricList'] });
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('metrics');
  const form = useForm({
    initialValues: { name: metric.name, ownerTeamId: metric.ownerTeamId },
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
  });
  const warning = useUnsavedChanges(() => form.isDirty());
  const save = async (values: typeof form.values, version: number): Promise<void> => {
    setError(null);
    const outcome = await update({ id: metric.id, version, ...values, name: values.name.trim() });
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    form.resetDirty();
    notifyDone(t('form.saved'));
    onDone();
  };
  const conflict = useConflict<typeof form.values>({
    busy,
    save,
    fields: [
      { key: 'name', label: t('label.name') },
      {
        key: 'ownerTeamId',
        label: t('label.owner'),
        show: (id) => teams.find(({ value }) => value === id)?.label ?? '',
      },
    ],
  });
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, metric.version))}
        act={t('save')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('label.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t('label.owner')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('form.noOwner') }}
          data={teams}
          {...form.getInputProps('ownerTeamId')}
        />
      </Form>
      {warning}
      {conflict.dialog}
    </>
  );
}
