import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Monday to Sunday as the reader's language writes them, valued 1 to 7. */
export function useWeekdays(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, day) => ({
      value: String(day + 1),
      label: format.format(new Date(Date.UTC(2024, 0, day + 1))),
    }));
  }, [i18n.language]);
}
