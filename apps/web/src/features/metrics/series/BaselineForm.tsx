import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../api/app-error.js';
import { useAct } from '../../../api/use-act.js';
import { useConfirm } from '../../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../../ui/Form.js';
import { notifyDone } from '../../../ui/notify.js';
import { useUnsavedChanges } from '../../../ui/use-unsaved-changes.js';
import { ClearBaselineDocument, type MetricFieldsFragment, SetBaselineDocument } from '../metrics.generated.js';

interface BaselineFormProps {
  metric: MetricFieldsFragment;
  onDone: () => void;
}

const STALE = { refetch: ['MetricSeries'] };

/** From which days the limits of the control chart are frozen. */
export function BaselineForm({ metric, onDone }: BaselineFormProps) {
  const { t } = useTranslation('series');
  const before = metric.controlBaseline;
  const [set, setting] = useAct(SetBaselineDocument, STALE);
  const [clear, clearing] = useAct(ClearBaselineDocument, STALE);
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('series');
  const form = useForm({
    initialValues: { fromDay: before?.fromDay ?? '', toDay: before?.toDay ?? '', note: before?.note ?? '' },
    validate: {
      fromDay: (day) => (day ? null : t('baseline.dayMissing')),
      toDay: (day, { fromDay }) => (!day ? t('baseline.dayMissing') : day < fromDay ? t('baseline.order') : null),
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());
  const finish = (said: string) => {
    form.resetDirty();
    notifyDone(said);
    onDone();
  };
  const save = async (values: typeof form.values) => {
    setError(null);
    const outcome = await set({ metricId: metric.id, version: before?.version ?? 0, ...values });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    finish(t('baseline.saved'));
  };
  const remove = async () => {
    if (!before) return;
    const yes = await confirm({
      title: t('baseline.removeTitle'),
      consequence: t('baseline.removeConsequence'),
      act: t('baseline.remove'),
    });
    if (!yes) return;
    const outcome = await clear({ metricId: metric.id, version: before.version });
    if (outcome.error) return setError(outcome.error);
    finish(t('baseline.removed'));
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('baseline.save')}
        busy={setting || clearing}
        error={error}
        onCancel={onDone}
      >
        <p>{t('baseline.help')}</p>
        <TextInput type="date" label={t('baseline.fromDay')} data-autofocus {...form.getInputProps('fromDay')} />
        <TextInput type="date" label={t('baseline.toDay')} {...form.getInputProps('toDay')} />
        <Textarea
          label={t('baseline.note')}
          description={t('baseline.noteHelp')}
          rows={3}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </Form>
      {before && (
        <ApartFromForm>
          <Button color="red" variant="outline" onClick={() => void remove()} loading={clearing}>
            {t('baseline.remove')}
          </Button>
        </ApartFromForm>
      )}
      {dialog}
      {warning}
    </>
  );
}
