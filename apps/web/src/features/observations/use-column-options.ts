import { useTranslation } from 'react-i18next';
import { fits, type Metric } from './mapping.js';
import type { ObservationShape } from './observations.generated.js';

interface Option {
  value: string;
  label: string;
}
interface OptionGroup {
  group: string;
  items: Option[];
}

/** What a column may hold in a file of this shape. */
export function useColumnOptions(shape: ObservationShape, metrics: readonly Metric[]): (Option | OptionGroup)[] {
  const { t } = useTranslation('observations');
  const targets = ['TIME', 'KEY', 'SEGMENT', 'METRIC_NAME', 'VALUE', 'PERIOD'] as const;
  const plain: Option[] = [
    { value: 'IGNORE', label: t('target.IGNORE') },
    ...targets.filter((target) => fits(shape, target)).map((value) => ({ value, label: t(`target.${value}`) })),
    ...(shape === 'ROW_PER_OBSERVATION' ? [{ value: 'N', label: t('target.N') }] : []),
  ];
  if (shape !== 'COLUMN_PER_METRIC') return plain;
  const measured = metrics.filter(({ aggregation }) => aggregation !== 'FORMULA');
  const parts = measured.filter(({ aggregation }) => aggregation === 'SHARE' || aggregation === 'RATE');
  const groups: OptionGroup[] = [
    { group: t('target.valuesOf'), items: measured.map(({ id, name }) => ({ value: `METRIC:${id}`, label: name })) },
    {
      group: t('target.wholesOf'),
      items: parts.map(({ id, name }) => ({ value: `N:${id}`, label: t('target.wholeOf', { name }) })),
    },
  ];
  return [...plain, ...groups.filter(({ items }) => items.length > 0)];
}
