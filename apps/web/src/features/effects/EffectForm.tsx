import { useQuery } from '@apollo/client/react';
import { NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useUnitOfDifference } from '../../ui/use-unit.js';
import classes from './Effects.module.css';
import { effectInput, isComplete, startValues } from './effect-form.js';
import { DIRECTIONS, type Effect, GRAINS, METHODS } from './effect-words.js';
import { EffectMetricChoicesDocument, RegisterEffectDocument, UpdateEffectDocument } from './effects.generated.js';
import { LivePlan } from './LivePlan.js';
import { SegmentFields } from './SegmentFields.js';

interface EffectFormProps {
  initiativeId: string;
  launchOn: string | null;
  effect: Effect | undefined;
  onDone: () => void;
}

/** What is promised, with the sample that it needs beside it before anything is saved. */
export function EffectForm({ initiativeId, launchOn, effect, onDone }: EffectFormProps) {
  const { t } = useTranslation('effects');
  const [register, registering] = useAct(RegisterEffectDocument, { refetch: ['InitiativeEffects', 'InitiativePage'] });
  const [update, updating] = useAct(UpdateEffectDocument);
  const form = useForm({
    initialValues: startValues(effect, launchOn),
    validate: {
      // Half a segment is nobody.
      value: (value, { dimension }) => (dimension && !value ? t('form.segmentMissing') : null),
      controlValue: (value, { controlDimension, method }) =>
        method === 'DIFFERENCE_IN_DIFFERENCES' && controlDimension && !value ? t('form.segmentMissing') : null,
      metricId: (id) => (id ? null : t('form.metricMissing')),
      expectedChange: (change) => (Number(change) > 0 ? null : t('field.change_not_positive')),
      controlId: (id, { method }) =>
        method === 'DIFFERENCE_IN_DIFFERENCES' && !id ? t('field.control_missing') : null,
    },
  });
  const { values } = form;
  const busy = registering || updating;
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: effect?.version,
    save: (given, version) =>
      effect
        ? update({ id: effect.id, version: version!, input: effectInput(given) })
        : register({ initiativeId, input: effectInput(given) }),
    busy,
    fields: [],
    saved: t('form.saved'),
    onDone,
    own: 'effects',
  });
  const [debounced] = useDebouncedValue(values, 400);
  const units = useUnits();
  const unitOfDifference = useUnitOfDifference();
  return (
    <>
      <p className={classes.lead}>{t('form.lead')}</p>
      <Form
        onSubmit={onSubmit}
        act={effect ? t('form.save') : t('form.register')}
        busy={busy}
        error={error}
        onCancel={onDone}
      >
        <MetricSelect
          label={t('form.metric')}
          known={effect && { id: effect.metricId, name: effect.metricName }}
          onUnit={units.learn}
          {...form.getInputProps('metricId')}
          // A segment of another metric is none of this one.
          onChange={(metricId) => form.setValues({ metricId, dimension: '', value: '' })}
        />
        <SegmentFields
          metricId={values.metricId}
          dimension={values.dimension}
          value={values.value}
          from={values.baselineFrom}
          labels={{ dimension: t('form.dimension'), value: t('form.value') }}
          error={form.errors['value']}
          onChange={(dimension, value) => form.setValues({ dimension, value })}
        />
        <Radio.Group label={t('form.direction')} {...form.getInputProps('direction')}>
          <Stack gap="xs" mt="xs">
            {DIRECTIONS.map((direction) => (
              <Radio key={direction} value={direction} label={t(`direction.${direction}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <NumberInput
          label={t('form.expectedChange', { unit: unitOfDifference(units.of(values.metricId) ?? effect?.unit ?? '…') })}
          description={t('form.expectedChangeHelp')}
          min={0}
          {...form.getInputProps('expectedChange')}
        />
        <Radio.Group label={t('form.method')} {...form.getInputProps('method')}>
          <Stack gap="xs" mt="xs">
            {METHODS.map((method) => (
              <Radio
                key={method}
                value={method}
                label={t(`methodName.${method}`)}
                description={t(`methodHelp.${method}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {values.method === 'DIFFERENCE_IN_DIFFERENCES' && (
          <>
            <MetricSelect
              label={t('form.control')}
              description={t('form.controlHelp')}
              known={effect?.control && { id: effect.control.metricId, name: effect.control.metricName }}
              onUnit={units.learn}
              {...form.getInputProps('controlId')}
              onChange={(controlId) => form.setValues({ controlId, controlDimension: '', controlValue: '' })}
            />
            <SegmentFields
              metricId={values.controlId}
              dimension={values.controlDimension}
              value={values.controlValue}
              from={values.baselineFrom}
              labels={{ dimension: t('form.controlDimension'), value: t('form.controlValue') }}
              error={form.errors['controlValue']}
              onChange={(controlDimension, controlValue) => form.setValues({ controlDimension, controlValue })}
            />
          </>
        )}
        <Select
          label={t('form.grain')}
          data={GRAINS.map((value) => ({ value, label: t(`grain.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('grain')}
        />
        <div className={classes.pair}>
          <TextInput type="date" label={t('form.baselineFrom')} {...form.getInputProps('baselineFrom')} />
          <TextInput type="date" label={t('form.baselineTo')} {...form.getInputProps('baselineTo')} />
        </div>
        <div className={classes.pair}>
          <TextInput type="date" label={t('form.launchOn')} {...form.getInputProps('launchOn')} />
          <NumberInput
            label={t('form.settlingDays')}
            min={0}
            max={180}
            allowDecimal={false}
            {...form.getInputProps('settlingDays')}
          />
        </div>
        <div className={classes.pair}>
          <TextInput type="date" label={t('form.evaluateOn')} {...form.getInputProps('evaluateOn')} />
          <NumberInput label={t('form.minimumN')} min={2} allowDecimal={false} {...form.getInputProps('minimumN')} />
        </div>
        <LivePlan
          initiativeId={initiativeId}
          id={effect?.id ?? null}
          input={isComplete(debounced) ? effectInput(debounced) : null}
          unit={units.of(debounced.metricId) ?? effect?.unit ?? ''}
        />
      </Form>
      {dialogs}
    </>
  );
}

/** Units of the metrics that were offered: the change is typed in them. */
function useUnits() {
  const [units, setUnits] = useState<Readonly<Record<string, string>>>({});
  return {
    of: (id: string): string | undefined => units[id],
    learn: (id: string, unit: string) => setUnits((known) => ({ ...known, [id]: unit })),
  };
}

interface MetricSelectProps {
  label: string;
  description?: string;
  known: { id: string; name: string } | null | undefined;
  onUnit: (id: string, unit: string) => void;
  value?: string;
  onChange?: (value: string) => void;
  error?: ReactNode;
}

function MetricSelect({ known, onUnit, onChange, value, ...input }: MetricSelectProps) {
  const { t } = useTranslation('effects');
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(known ?? null);
  const { data, previousData } = useQuery(EffectMetricChoicesDocument, {
    variables: { search: asked && asked !== chosen?.name ? asked : null },
  });
  const found = ((data ?? previousData)?.metrics.edges ?? []).map(({ node }) => node);
  const offered = found.some(({ id }) => id === chosen?.id) || chosen === null ? found : [chosen, ...found];
  return (
    <Select
      {...input}
      searchable
      value={value || null}
      searchValue={search}
      onSearchChange={setSearch}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('form.noMetric')}
      onChange={(id) => {
        const metric = found.find((each) => each.id === id);
        if (metric) {
          setChosen(metric);
          onUnit(metric.id, metric.unit);
        }
        onChange?.(id ?? '');
      }}
    />
  );
}
