import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { MetricDirection } from './metrics.generated.js';

interface TargetLike {
  value: number;
  upperValue: number | null;
}

/** A target in words: at least, at most, or between. */
export function useTargetText() {
  const { t } = useTranslation('metrics');
  const { number } = useFormats();
  return useCallback(
    ({ value, upperValue }: TargetLike, { direction, unit }: { direction: MetricDirection; unit: string }): string =>
      t(`target.${direction}`, { value: number(value), upper: number(upperValue ?? value), unit }),
    [t, number],
  );
}
