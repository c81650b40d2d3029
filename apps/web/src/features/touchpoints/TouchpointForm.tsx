import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { TouchpointValues } from './touchpoint-form.js';
import { CHANNELS, type Dont, DONT_CHECKS, DONTS, EXISTENCES, SERVICE_LEVELS } from './touchpoint-words.js';
import classes from './TouchpointForm.module.css';
import type { DontCheck } from './touchpoints.generated.js';
import { useEditedFields } from './use-edited-fields.js';

interface TouchpointFormProps<Data> {
  initial: TouchpointValues;
  /** The version that is changed; absent for a new one. */
  version?: number;
  act: string;
  save: (values: TouchpointValues, version: number | undefined) => Promise<Outcome<Data>>;
  busy: boolean;
  onSaved: (data: Data) => void;
  onCancel: () => void;
}

/** In the control, a check nobody has made. */
const UNCHECKED = 'UNCHECKED';

/** One form for a new touchpoint and for changing one. The second of two savers sees both versions and picks. */
export function TouchpointForm<Data>({
  initial,
  version,
  act,
  save,
  busy,
  onSaved,
  onCancel,
}: TouchpointFormProps<Data>) {
  const { t } = useTranslation('touchpoints');
  const fields = useEditedFields();
  const form = useForm<TouchpointValues>({
    initialValues: initial,
    validate: { name: (value) => (value.trim() ? null : t('form.nameMissing')) },
  });
  const saved = t('form.saved');
  const { onSubmit, error, dialogs } = useObjectForm({ form, version, save, busy, fields, saved, onSaved });
  return (
    <>
      <Form onSubmit={onSubmit} act={act} busy={busy} error={error} onCancel={onCancel}>
        <TextInput label={t('form.name')} description={t('form.nameHelp')} required {...form.getInputProps('name')} />
        <Textarea label={t('field.description')} autosize minRows={2} {...form.getInputProps('description')} />
        <Select
          label={t('field.channel')}
          allowDeselect={false}
          data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...form.getInputProps('channel')}
        />
        <Named label={t('field.existence')} help={t('form.existenceHelp')}>
          {(label) => (
            <SegmentedControl
              aria-labelledby={label}
              data={EXISTENCES.map((value) => ({ value, label: t(`existence.${value}`) }))}
              {...form.getInputProps('existence')}
            />
          )}
        </Named>
        <fieldset className={classes.donts}>
          <legend>{t('dont.title')}</legend>
          <p className={classes.help}>{t('dont.help')}</p>
          {DONTS.map((dont) => (
            <DontChoice
              key={dont}
              dont={dont}
              value={form.values[dont]}
              onChange={(value) => form.setFieldValue(dont, value)}
            />
          ))}
        </fieldset>
        <Select
          label={t('field.serviceLevel')}
          description={t('form.levelHelp')}
          placeholder={t('form.levelNone')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.levelNone') }}
          data={SERVICE_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          {...form.getInputProps('serviceLevel')}
        />
      </Form>
      {dialogs}
    </>
  );
}

interface DontChoiceProps {
  dont: Dont;
  value: DontCheck | null;
  onChange: (value: DontCheck | null) => void;
}

function DontChoice({ dont, value, onChange }: DontChoiceProps) {
  const { t } = useTranslation('touchpoints');
  return (
    <Named label={t(`dont.${dont}`)}>
      {(label) => (
        <SegmentedControl
          size="xs"
          aria-labelledby={label}
          data={[UNCHECKED, ...DONT_CHECKS].map((each) => ({
            value: each,
            label: t(`check.${each as DontCheck | 'UNCHECKED'}`),
          }))}
          value={value ?? UNCHECKED}
          onChange={(next) => onChange(next === UNCHECKED ? null : (next as DontCheck))}
        />
      )}
    </Named>
  );
}

/** A control that brings no label of its own. */
function Named({ label, help, children }: { label: string; help?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.named}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      {help && <span className={classes.help}>{help}</span>}
      {children(id)}
    </div>
  );
}
