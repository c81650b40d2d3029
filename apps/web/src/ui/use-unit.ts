import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Units are words of the organisation; "points", which the measures bring along, is one of ours and is translated. */
export function useUnit(): (unit: string) => string {
  const { t } = useTranslation();
  return useCallback((unit: string) => (unit === 'points' ? t('unit.points') : unit), [t]);
}

/** What two numbers of a unit differ by: from 20 % to 25 % it is five percentage points, not five per cent. */
export function useUnitOfDifference(): (unit: string) => string {
  const { t } = useTranslation();
  const unitOf = useUnit();
  return useCallback((unit: string) => (unit === '%' ? t('unit.percentagePoints') : unitOf(unit)), [t, unitOf]);
}
