import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import {
  type AnnotationFieldsFragment,
  CreateAnnotationDocument,
  DeleteAnnotationDocument,
  type MetricFieldsFragment,
  UpdateAnnotationDocument,
} from './metrics.generated.js';

interface AnnotationFormProps {
  metric: MetricFieldsFragment;
  note: AnnotationFieldsFragment | undefined;
  onDone: () => void;
}

export function AnnotationForm({ metric, note, onDone }: AnnotationFormProps) {
  const { t } = useTranslation('metrics');
  const [create, creating] = useAct(CreateAnnotationDocument);
  const [update, updating] = useAct(UpdateAnnotationDocument);
  const [remove, removing] = useAct(DeleteAnnotationDocument);
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('metrics');
  const form = useForm({
    initialValues: { notedOn: note?.notedOn ?? '', text: note?.text ?? '' },
    validate: {
      notedOn: (day) => (day ? null : t('form.dayMissing')),
      text: (text) => (text.trim() ? null : t('note.textMissing')),
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
    const outcome = note
      ? await update({ id: note.id, version: note.version, ...values })
      : await create({ metricId: metric.id, ...values });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    finish(t('note.saved'));
  };
  const askToRemove = async () => {
    if (!note) return;
    const yes = await confirm({
      title: t('note.removeTitle'),
      consequence: t('note.removeConsequence'),
      act: t('note.remove'),
    });
    if (!yes) return;
    const outcome = await remove({ id: note.id, version: note.version });
    if (outcome.error) return setError(outcome.error);
    finish(t('note.removed'));
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void save(values))}
        act={t('save')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput type="date" label={t('note.notedOn')} data-autofocus {...form.getInputProps('notedOn')} />
        <Textarea
          label={t('note.text')}
          description={t('note.textHelp')}
          rows={4}
          maxLength={2000}
          {...form.getInputProps('text')}
        />
      </Form>
      {note && (
        <ApartFromForm>
          <Button color="red" variant="outline" loading={removing} onClick={() => void askToRemove()}>
            {t('note.remove')}
          </Button>
        </ApartFromForm>
      )}
      {dialog}
      {warning}
    </>
  );
}
