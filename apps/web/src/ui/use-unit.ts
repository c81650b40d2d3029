import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Units are words of the organisation; "points", which the measures bring along, is one of ours and is translated. */
export function useUnit(): (unit: string) => string {
  const { t } = useTranslation();
  return useCallback((unit: string) => (unit === 'points' ? t('unit.points') : unit), [t]);
}
