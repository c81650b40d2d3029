import { Fieldset, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { TouchpointsField, usePersonaChoices } from '../choices/index.js';
import { type PainPoint, SEVERITIES, STALE } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import { CreatePainPointDocument, type PainPointKind, UpdatePainPointDocument } from './pain-points.generated.js';

interface PainPointFormProps {
  painPoint: PainPoint | undefined;
  /** Closes the form; of a new pain point, with its id. */
  onDone: (created?: string) => void;
}

type Typed = number | string;
const numberOf = (value: Typed): number | null => (value === '' ? null : Number(value));

/** What goes wrong, how much it weighs, and what that rests on; only the first has to be said now. */
export function PainPointForm({ painPoint, onDone }: PainPointFormProps) {
  const { t } = useTranslation('painPoints');
  const personas = usePersonaChoices();
  const [create, creating] = useAct(CreatePainPointDocument, { refetch: STALE });
  const [update, updating] = useAct(UpdatePainPointDocument, { refetch: STALE });
  // Sent again after a lost answer it is still made once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const created = useRef<string>(undefined);
  const form = useForm({
    initialValues: {
      title: painPoint?.title ?? '',
      description: painPoint?.description ?? '',
      kind: (painPoint?.kind ?? 'SINGLE') as PainPointKind,
      severity: painPoint?.severity == null ? '' : String(painPoint.severity),
      severityEvidence: painPoint?.severityEvidence ?? '',
      frequencyCount: (painPoint?.frequencyCount ?? '') as Typed,
      frequencyBase: (painPoint?.frequencyBase ?? '') as Typed,
      frequencyEvidence: painPoint?.frequencyEvidence ?? '',
      touchpointIds: (painPoint?.touchpoints ?? []).map(({ id }) => id),
      personaIds: (painPoint?.personas ?? []).map(({ id }) => id),
    },
    validate: { title: (title) => (title.trim() ? null : t('form.titleMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint?.version,
    save: async (values, version) => {
      const input = {
        ...values,
        severity: numberOf(values.severity),
        frequencyCount: numberOf(values.frequencyCount),
        frequencyBase: numberOf(values.frequencyBase),
      };
      if (painPoint && version !== undefined) return update({ id: painPoint.id, version, input });
      const outcome = await create({ input, idempotencyKey });
      created.current = outcome.data?.createPainPoint.id;
      return outcome;
    },
    busy: creating || updating,
    fields: [
      { key: 'title', label: t('field.title') },
      { key: 'description', label: t('field.description') },
      { key: 'severity', label: t('field.severity') },
      { key: 'severityEvidence', label: t('field.severityEvidence') },
      { key: 'frequencyCount', label: t('field.frequencyCount') },
      { key: 'frequencyBase', label: t('field.frequencyBase') },
      { key: 'frequencyEvidence', label: t('field.frequencyEvidence') },
    ],
    saved: t(painPoint ? 'form.saved' : 'form.created'),
    onDone: () => onDone(created.current),
    own: 'painPoints',
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={t(painPoint ? 'form.save' : 'create')}
        busy={creating || updating}
        error={error}
        onCancel={() => onDone()}
      >
        <TextInput
          label={t('field.title')}
          description={t('form.titleHelp')}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t('field.description')}
          description={t('form.descriptionHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('description')}
        />
        {!painPoint && (
          <Select
            label={t('field.kind')}
            allowDeselect={false}
            // A false highlight says why it is one; that is asked for on its page.
            data={(['SINGLE', 'COMMON'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
        )}
        <TouchpointsField
          label={t('field.touchpoints')}
          description={t('form.touchpointsHelp')}
          known={painPoint?.touchpoints ?? []}
          {...form.getInputProps('touchpointIds')}
        />
        <MultiSelect
          label={t('field.personas')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('form.noPersona') }}
          data={personas}
          {...form.getInputProps('personaIds')}
        />
        <Fieldset legend={t('field.severity')}>
          <div className={classes.stack}>
            <Select
              label={t('form.severity')}
              clearable
              clearButtonProps={{ 'aria-label': t('unsaid') }}
              placeholder={t('unsaid')}
              data={SEVERITIES.map((value) => ({
                value: String(value),
                label: t('severityOf', { value, words: t(`severity.${value}`) }),
              }))}
              {...form.getInputProps('severity')}
              value={form.values.severity || null}
              onChange={(value) => form.setFieldValue('severity', value ?? '')}
            />
            <Textarea
              label={t('field.severityEvidence')}
              description={t('form.severityEvidenceHelp')}
              rows={2}
              maxLength={2000}
              {...form.getInputProps('severityEvidence')}
            />
          </div>
        </Fieldset>
        <Fieldset legend={t('field.frequency')}>
          <div className={classes.stack}>
            <div className={classes.pair}>
              <NumberInput
                label={t('field.frequencyCount')}
                min={0}
                allowDecimal={false}
                {...form.getInputProps('frequencyCount')}
              />
              <NumberInput
                label={t('field.frequencyBase')}
                min={1}
                allowDecimal={false}
                {...form.getInputProps('frequencyBase')}
              />
            </div>
            <Textarea
              label={t('field.frequencyEvidence')}
              description={t('form.frequencyEvidenceHelp')}
              rows={2}
              maxLength={2000}
              {...form.getInputProps('frequencyEvidence')}
            />
          </div>
        </Fieldset>
      </Form>
      {dialogs}
    </>
  );
}
