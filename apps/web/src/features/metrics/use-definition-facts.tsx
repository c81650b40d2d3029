import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { EXACT } from '../../i18n/measured.js';
import { useUnit } from '../../ui/use-unit.js';
import classes from './Metric.module.css';
import type { DefinitionFieldsFragment } from './metrics.generated.js';

/** A definition as names and values; what is not set is left out. */
export function useDefinitionFacts() {
  const { t } = useTranslation('metrics');
  const { number, list } = useFormats();
  const unitOf = useUnit();
  return (of: DefinitionFieldsFragment): { name: string; value: ReactNode }[] => {
    const withUnit = (value: number) => t('page.withUnit', { value: number(value, EXACT), unit: unitOf(of.unit) });
    const facts: [string, ReactNode | null][] = [
      [t('category.label'), t(`category.${of.category}`)],
      [t('aggregation.label'), t(`aggregation.${of.aggregation}`)],
      [t('label.formula'), of.formula && <code className={classes.formula}>{of.formula}</code>],
      [t('label.unit'), unitOf(of.unit)],
      [t('label.direction'), t(`direction.${of.direction}`)],
      [
        t('page.scale'),
        of.scaleMinimum !== null && of.scaleMaximum !== null
          ? t('page.fromTo', { from: number(of.scaleMinimum), to: number(of.scaleMaximum) })
          : null,
      ],
      [
        t('label.notApplicable'),
        of.notApplicable.length > 0 ? list(of.notApplicable.map((each) => number(each))) : null,
      ],
      [t('label.warningThreshold'), of.warningThreshold === null ? null : withUnit(of.warningThreshold)],
      [t('label.criticalThreshold'), of.criticalThreshold === null ? null : withUnit(of.criticalThreshold)],
      [t('page.cadence'), of.cadenceDays === null ? null : t('page.everyDays', { days: of.cadenceDays })],
      [t('label.source'), of.source || null],
    ];
    return facts.filter(([, value]) => value !== null).map(([name, value]) => ({ name, value }));
  };
}
