import { useQuery } from '@apollo/client/react';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { toMajor, toMinor } from '../../ui/money.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  AddBenefitDocument,
  BenefitEffectsDocument,
  type BenefitFieldsFragment,
  type BenefitKind,
  UpdateBenefitDocument,
} from './benefits.generated.js';

const KINDS = ['SAVING', 'REVENUE', 'RETENTION', 'RISK'] as const satisfies readonly BenefitKind[];

interface BenefitFormProps {
  initiativeId: string;
  currency: string | null;
  benefit: BenefitFieldsFragment | undefined;
  onDone: () => void;
}

/** Target and forecast, and what one unit of the registered effect is worth: what came of it is filled from the verdict. */
export function BenefitForm({ initiativeId, currency, benefit, onDone }: BenefitFormProps) {
  const { t } = useTranslation('benefits');
  const { data } = useQuery(BenefitEffectsDocument, { variables: { initiativeId } });
  const [add, adding] = useAct(AddBenefitDocument, { refetch: ['InitiativeBenefits'] });
  const [update, updating] = useAct(UpdateBenefitDocument);
  const busy = adding || updating;
  const money = (minor: number | null | undefined) => toMajor(minor ?? null, benefit?.currency ?? null) ?? '';
  const form = useForm({
    initialValues: {
      name: benefit?.name ?? '',
      kind: benefit?.kind ?? ('SAVING' as BenefitKind),
      currency: benefit?.currency ?? currency ?? '',
      targetMinor: money(benefit?.targetMinor) as number | string,
      forecastMinor: money(benefit?.forecastMinor) as number | string,
      registrationId: benefit?.registrationId ?? '',
      worthPerUnitMinor: money(benefit?.worthPerUnitMinor) as number | string,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('form.nameMissing')),
      targetMinor: (target) => (target === '' ? t('form.targetMissing') : null),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: benefit?.version,
    save: (values, version) => {
      const code = values.currency.trim().toUpperCase();
      const minor = (value: number | string) => toMinor(value === '' ? null : Number(value), code);
      const input = {
        name: values.name,
        kind: values.kind,
        currency: code,
        targetMinor: minor(values.targetMinor)!,
        forecastMinor: minor(values.forecastMinor),
        registrationId: values.registrationId || null,
        worthPerUnitMinor: values.registrationId ? minor(values.worthPerUnitMinor) : null,
      };
      return benefit ? update({ id: benefit.id, version: version!, input }) : add({ initiativeId, input });
    },
    busy,
    fields: [],
    saved: t('form.saved'),
    onDone,
    own: 'benefits',
  });
  const effects = (data?.initiativeEffects ?? []).filter(({ withdrawnAt }) => !withdrawnAt);
  const unit = effects.find(({ id }) => id === form.values.registrationId)?.unit ?? benefit?.unit ?? '…';
  return (
    <>
      <Form onSubmit={onSubmit} act={t('form.save')} busy={busy} error={error} onCancel={onDone}>
        <TextInput label={t('form.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('form.currency')} maxLength={3} {...form.getInputProps('currency')} />
        <NumberInput label={t('target')} {...form.getInputProps('targetMinor')} />
        <NumberInput label={t('forecast')} {...form.getInputProps('forecastMinor')} />
        <Select
          label={t('form.effect')}
          description={t('form.effectHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.clear') }}
          data={effects.map(({ id, metricName }) => ({ value: id, label: metricName }))}
          value={form.values.registrationId || null}
          onChange={(id) => form.setFieldValue('registrationId', id ?? '')}
          error={form.errors['registrationId']}
        />
        {form.values.registrationId && (
          <NumberInput label={t('form.worth', { unit })} {...form.getInputProps('worthPerUnitMinor')} />
        )}
      </Form>
      {dialogs}
    </>
  );
}
