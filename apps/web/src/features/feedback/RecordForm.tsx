import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { TYPED_SOURCES } from './feedback-words.js';
import { type FeedbackSource, RecordFeedbackDocument } from './feedback.generated.js';
import { PlaceFields } from './PlaceFields.js';

const refetch = ['FeedbackInbox'];

/** What somebody heard or saw, in the words in which it was said. */
export function RecordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('feedback');
  const [record, busy] = useAct(RecordFeedbackDocument, { refetch });
  const [error, setError] = useState<AppError | null>(null);
  // Sent again after a lost answer it is still recorded once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const place = usePlaceFieldErrors('feedback');
  const form = useForm({
    initialValues: { source: 'INTERVIEW' as FeedbackSource, text: '', touchpointId: '', personaId: '' },
    validate: { text: (text) => (text.trim() ? null : t('form.textMissing')) },
  });
  const warning = useUnsavedChanges(() => form.isDirty());
  const submit = async (values: typeof form.values) => {
    setError(null);
    const { touchpointId, personaId, ...said } = values;
    const input = { ...said, touchpointId: touchpointId || null, personaId: personaId || null };
    const outcome = await record({ input, idempotencyKey });
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    form.resetDirty();
    notifyDone(t('done.record'));
    onDone();
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void submit(values))}
        act={t('record.save')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <Textarea
          label={t('field.text')}
          description={t('form.textHelp')}
          rows={5}
          maxLength={8000}
          data-autofocus
          {...form.getInputProps('text')}
        />
        <Select
          label={t('field.source')}
          allowDeselect={false}
          data={TYPED_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          {...form.getInputProps('source')}
        />
        <PlaceFields touchpoint={form.getInputProps('touchpointId')} persona={form.getInputProps('personaId')} />
      </Form>
      {warning}
    </>
  );
}
