import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What to do about an unmet condition, in the reader's language. */
export function useConditionText(): (condition: { code: string; remedy: string }) => string {
  const { t, i18n } = useTranslation('painPoints');
  return useCallback(
    ({ code, remedy }) => {
      const key = `condition.${code}`;
      return i18n.exists(key, { ns: 'painPoints' }) ? t(key as 'condition.NO_SEVERITY') : remedy;
    },
    [t, i18n],
  );
}
