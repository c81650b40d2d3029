import { useQuery } from '@apollo/client/react';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { PainPointField } from '../choices/index.js';
import { PlaceFields } from './PlaceFields.js';
import type { TriageAct } from './feedback-words.js';
import { type FeedbackFieldsFragment, NearFeedbackDocument } from './feedback.generated.js';
import { type TriageValues, useTriage } from './use-triage.js';

interface TriageFormProps {
  act: TriageAct;
  feedback: FeedbackFieldsFragment;
  onDone: (feedback: FeedbackFieldsFragment, act: TriageAct) => void;
  onCancel: () => void;
}

/** The one thing that each act of triage wants to know. */
export function TriageForm({ act, feedback, onDone, onCancel }: TriageFormProps) {
  const { t } = useTranslation('feedback');
  const [perform, busy] = useTriage(feedback);
  const [error, setError] = useState<AppError | null>(null);
  const place = usePlaceFieldErrors('feedback');
  const form = useForm<TriageValues>({
    initialValues: {
      painPointId: '',
      title: '',
      intoId: '',
      touchpointId: feedback.touchpointId ?? '',
      personaId: feedback.personaId ?? '',
      reason: '',
    },
    validate: {
      title: (title, { painPointId }) =>
        act === 'link' && !painPointId && !title.trim() ? t('form.painPointMissing') : null,
      intoId: (id) => (act === 'merge' && !id ? t('form.targetMissing') : null),
      reason: (reason) => (act === 'dismiss' && !reason.trim() ? t('form.reasonMissing') : null),
    },
  });
  const submit = async (values: TriageValues) => {
    setError(null);
    const outcome = await perform(act, values);
    if (outcome.error) return setError(place(form, Object.keys(values), outcome.error));
    onDone(outcome.data, act);
  };
  return (
    <Form
      onSubmit={form.onSubmit((values) => void submit(values))}
      act={t(`act.${act}`)}
      busy={busy}
      error={error}
      onCancel={onCancel}
    >
      {act === 'link' && (
        <LinkFields
          painPointId={form.getInputProps('painPointId')}
          title={form.getInputProps('title')}
          chosen={form.values.painPointId !== ''}
        />
      )}
      {act === 'merge' && <MergeField id={feedback.id} {...form.getInputProps('intoId')} />}
      {act === 'tie' && (
        <PlaceFields
          touchpoint={form.getInputProps('touchpointId')}
          persona={form.getInputProps('personaId')}
          known={
            feedback.touchpointId && feedback.touchpointName
              ? { id: feedback.touchpointId, name: feedback.touchpointName }
              : undefined
          }
        />
      )}
      {act === 'dismiss' && (
        <Textarea
          label={t('field.reason')}
          description={t('form.reasonHelp')}
          rows={3}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      )}
    </Form>
  );
}

interface Input {
  value?: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

function LinkFields({ painPointId, title, chosen }: { painPointId: Input; title: Input; chosen: boolean }) {
  const { t } = useTranslation('feedback');
  const mayCreate = useCan()('create', 'PainPoint');
  return (
    <>
      <PainPointField
        label={t('form.painPoint')}
        description={t('form.painPointHelp')}
        data-autofocus
        {...painPointId}
      />
      {mayCreate && !chosen && (
        <TextInput
          label={t('form.newPainPoint')}
          description={t('form.newPainPointHelp')}
          maxLength={200}
          value={title.value}
          onChange={(event) => title.onChange(event.currentTarget.value)}
          error={title.error}
        />
      )}
    </>
  );
}

function MergeField({ id, ...input }: Input & { id: string }) {
  const { t } = useTranslation('feedback');
  const { percent } = useFormats();
  const { data } = useQuery(NearFeedbackDocument, { variables: { id } });
  const near = data?.nearFeedback ?? [];
  if (data && near.length === 0) return <p>{t('near.none')}</p>;
  return (
    <Radio.Group label={t('form.into')} description={t('form.intoHelp')} {...input}>
      <Stack gap="xs" mt="xs">
        {near.map(({ similarity, feedback }) => (
          <Radio
            key={feedback.id}
            value={feedback.id}
            label={feedback.text}
            description={t('near.similarity', { share: percent(similarity) })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
