import { useQuery } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useFieldText } from '../../ui/field-errors.js';
import classes from './Metric.module.css';
import { CheckFormulaDocument } from './metrics.generated.js';

interface FormulaFieldProps extends ComponentProps<typeof Textarea> {
  value: string;
  /** Of the metric that it computes; empty while it has none. */
  metricKey: string;
  unit: string;
}

/** The formula, with what saving would say of it while it is written. */
export function FormulaField({ value, metricKey, unit, ...field }: FormulaFieldProps) {
  const { t } = useTranslation('metrics');
  const { list } = useFormats();
  const say = useFieldText('metrics');
  const [asked] = useDebouncedValue({ formula: value.trim(), key: metricKey, unit: unit.trim() || null }, 350);
  const { data, previousData } = useQuery(CheckFormulaDocument, {
    variables: asked,
    skip: asked.formula === '',
    fetchPolicy: 'network-only',
  });
  const check = asked.formula === '' ? undefined : (data ?? previousData)?.checkFormula;
  return (
    <div>
      <Textarea
        label={t('label.formula')}
        description={t('form.formulaHelp')}
        value={value}
        autosize
        minRows={2}
        required
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--ts-font-mono)' } }}
        data-path="formula"
        {...field}
      />
      <div className={classes.check} role="status">
        {check?.problems.map((problem) => (
          <p key={problem.code} className={`${classes.check} ${classes.bad}`}>
            {say({ ...problem, params: problem.params as Record<string, string | number> })}
          </p>
        ))}
        {check && check.problems.length === 0 && (
          <p className={`${classes.check} ${classes.good}`}>
            {t('form.formulaFits', { metrics: list(check.metrics), unit: check.unit || t('form.plainNumber') })}
          </p>
        )}
      </div>
    </div>
  );
}
