import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Ranking.module.css';
import type { WeighedTouchpoint } from './ranking-words.js';
import { SetTouchpointWeightDocument } from './ranking.generated.js';

/** What a touchpoint weighs: a number comes with its source and its day, and one that nobody knows stays empty. */
export function WeightForm({ touchpoint, onDone }: { touchpoint: WeighedTouchpoint; onDone: () => void }) {
  const { t } = useTranslation('ranking');
  const [set, busy] = useAct(SetTouchpointWeightDocument, { refetch: ['RankingPage'] });
  const given = (value: number | string) => value !== '';
  const form = useForm({
    initialValues: {
      driverWeight: (touchpoint.driverWeight ?? '') as number | string,
      driverWeightSource: touchpoint.driverWeightSource ?? '',
      driverWeightN: (touchpoint.driverWeightN ?? '') as number | string,
      driverWeightAsOf: touchpoint.driverWeightAsOf ?? '',
      volume: (touchpoint.volume ?? '') as number | string,
      volumeSource: touchpoint.volumeSource ?? '',
      volumeAsOf: touchpoint.volumeAsOf ?? '',
    },
    validate: {
      driverWeightSource: (text, { driverWeight }) =>
        given(driverWeight) && !text.trim() ? t('weight.sourceMissing') : null,
      driverWeightAsOf: (day, { driverWeight }) => (given(driverWeight) && !day ? t('weight.dayMissing') : null),
      volumeSource: (text, { volume }) => (given(volume) && !text.trim() ? t('weight.sourceMissing') : null),
      volumeAsOf: (day, { volume }) => (given(volume) && !day ? t('weight.dayMissing') : null),
    },
  });
  const numberOf = (value: number | string) => (given(value) ? Number(value) : null);
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: touchpoint.version,
    save: (values, version) =>
      set({
        touchpointId: touchpoint.id,
        version: version ?? touchpoint.version,
        input: {
          driverWeight: numberOf(values.driverWeight),
          driverWeightSource: values.driverWeightSource,
          driverWeightN: numberOf(values.driverWeightN),
          driverWeightAsOf: values.driverWeightAsOf || null,
          volume: numberOf(values.volume),
          volumeSource: values.volumeSource,
          volumeAsOf: values.volumeAsOf || null,
        },
      }),
    busy,
    fields: [
      { key: 'driverWeight', label: t('factor.DRIVER_WEIGHT') },
      { key: 'driverWeightSource', label: t('weight.weightSource') },
      { key: 'volume', label: t('factor.VOLUME') },
      { key: 'volumeSource', label: t('weight.volumeSource') },
    ],
    saved: t('weight.saved'),
    onDone,
    own: 'ranking',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} error={error} onCancel={onDone}>
        <p className={classes.text}>
          <strong>{touchpoint.name}</strong>
        </p>
        <NumberInput
          label={t('factor.DRIVER_WEIGHT')}
          description={t('weight.weightHelp')}
          min={0}
          max={1}
          step={0.05}
          decimalScale={3}
          data-autofocus
          {...form.getInputProps('driverWeight')}
        />
        <TextInput
          label={t('weight.weightSource')}
          description={t('weight.weightSourceHelp')}
          maxLength={1000}
          {...form.getInputProps('driverWeightSource')}
        />
        <NumberInput
          label={t('weight.n')}
          description={t('weight.nHelp')}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('driverWeightN')}
        />
        <TextInput type="date" label={t('weight.weightAsOf')} {...form.getInputProps('driverWeightAsOf')} />
        <NumberInput
          label={t('factor.VOLUME')}
          description={t('weight.volumeHelp')}
          min={0}
          {...form.getInputProps('volume')}
        />
        <TextInput label={t('weight.volumeSource')} maxLength={1000} {...form.getInputProps('volumeSource')} />
        <TextInput type="date" label={t('weight.volumeAsOf')} {...form.getInputProps('volumeAsOf')} />
      </Form>
      {dialogs}
    </>
  );
}
