import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { EXACT } from '../../i18n/measured.js';
import { useUnit } from '../../ui/use-unit.js';
import type { MetricDirection } from './metrics.generated.js';

interface TargetLike {
  value: number;
  upperValue: number | null;
}

/** A target in words: at least, at most, or between. */
export function useTargetText() {
  const { t } = useTranslation('metrics');
  const { number } = useFormats();
  const unitOf = useUnit();
  return useCallback(
    ({ value, upperValue }: TargetLike, { direction, unit }: { direction: MetricDirection; unit: string }): string =>
      t(`target.${direction}`, {
        value: number(value, EXACT),
        upper: number(upperValue ?? value, EXACT),
        unit: unitOf(unit),
      }),
    [t, number, unitOf],
  );
}
