import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { MetricDirection } from './metrics.generated.js';

/** What somebody set is shown as they set it: a target of 0.002 is not one of 0. */
const EXACT = { maximumFractionDigits: 10 };

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
      t(`target.${direction}`, { value: number(value, EXACT), upper: number(upperValue ?? value, EXACT), unit }),
    [t, number],
  );
}
