import { NumberInput, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Aggregation as DomainAggregation, mayHaveScale } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { FormulaField } from './FormulaField.js';
import classes from './Metric.module.css';
import { afterAggregation, type DefinitionValues } from './metric-form.js';
import { AGGREGATIONS, CATEGORIES, CLASSES, DIRECTIONS } from './metric-words.js';
import type { Aggregation, MetricCategory, MetricClass } from './metrics.generated.js';

interface DefinitionFieldsProps {
  form: UseFormReturnType<DefinitionValues>;
  metricKey: string;
}

/** What a metric means: the same fields for a new metric and for a new definition of one. */
export function DefinitionFields({ form, metricKey }: DefinitionFieldsProps) {
  const { t } = useTranslation('metrics');
  const { values } = form;
  const perception = values.class === 'PERCEPTION';
  const scaled = mayHaveScale(values.aggregation.toLowerCase() as DomainAggregation);
  const field = (name: keyof DefinitionValues) => ({ 'data-path': name, ...form.getInputProps(name) });
  const chooseClass = (next: MetricClass) =>
    form.setValues({ class: next, category: next === 'PERCEPTION' ? 'PERCEPTION' : 'OPERATIONAL' });
  const choose = <Choice extends string>(choices: readonly Choice[], label: (choice: Choice) => string) =>
    choices.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <Textarea
        label={t('label.definition')}
        description={t('form.definitionHelp')}
        rows={3}
        {...field('definition')}
      />
      <Radio.Group
        label={t('class.label')}
        value={values.class}
        onChange={(next) => chooseClass(next as MetricClass)}
        error={form.errors.class}
      >
        <Stack gap="xs" mt="xs">
          {CLASSES.map((each) => (
            <Radio key={each} value={each} label={t(`class.${each}`)} description={t(`class.help.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {!perception && (
        <Select
          label={t('category.label')}
          allowDeselect={false}
          data={choose<MetricCategory>(
            CATEGORIES.filter((each) => each !== 'PERCEPTION'),
            (each) => t(`category.${each}`),
          )}
          {...field('category')}
        />
      )}
      <h2 className={classes.section}>{t('form.counting')}</h2>
      <Select
        label={t('aggregation.label')}
        description={t(`aggregation.help.${values.aggregation}`)}
        allowDeselect={false}
        data={choose(AGGREGATIONS, (each) => t(`aggregation.${each}`))}
        {...field('aggregation')}
        onChange={(next) => next && form.setValues(afterAggregation(values, next as Aggregation))}
      />
      {values.aggregation === 'FORMULA' && (
        <FormulaField
          metricKey={metricKey}
          unit={values.unit}
          {...(form.getInputProps('formula') as { value: string })}
        />
      )}
      <TextInput label={t('label.unit')} description={t('form.unitHelp')} required {...field('unit')} />
      {scaled && (
        <div className={classes.side}>
          <NumberInput label={t('label.scaleMinimum')} clampBehavior="none" {...field('scaleMinimum')} />
          <NumberInput label={t('label.scaleMaximum')} clampBehavior="none" {...field('scaleMaximum')} />
        </div>
      )}
      {values.aggregation !== 'FORMULA' && (
        <TextInput
          label={t('label.notApplicable')}
          description={t('form.notApplicableHelp')}
          {...field('notApplicable')}
        />
      )}
      <h2 className={classes.section}>{t('form.watching')}</h2>
      <Select
        label={t('label.direction')}
        allowDeselect={false}
        data={choose(DIRECTIONS, (each) => t(`direction.${each}`))}
        {...field('direction')}
      />
      {values.direction !== 'RANGE' && (
        <div className={classes.side}>
          <NumberInput label={t('label.warningThreshold')} {...field('warningThreshold')} />
          <NumberInput label={t('label.criticalThreshold')} {...field('criticalThreshold')} />
        </div>
      )}
      <NumberInput
        label={t('label.cadence')}
        description={t('form.cadenceHelp')}
        allowDecimal={false}
        min={1}
        max={400}
        {...field('cadenceDays')}
      />
      <TextInput label={t('label.source')} description={t('form.sourceHelp')} maxLength={400} {...field('source')} />
    </>
  );
}
