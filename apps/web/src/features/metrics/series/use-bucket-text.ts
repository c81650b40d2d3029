import { dayOf } from '@touchstone/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/format.js';
import { useViewer } from '../../../session/session.js';
import type { Grain } from './series.generated.js';

/** A bucket by its name: the hour, the day, the week that begins then, the month, the quarter. */
export function useBucketText(): (bucket: string, grain: Grain) => string {
  const { t, i18n } = useTranslation('series');
  const { date, dateTime } = useFormats();
  const { timeZone } = useViewer().organization;
  return useCallback(
    (bucket, grain) => {
      if (grain === 'HOUR') return dateTime(bucket);
      const day = dayOf(Date.parse(bucket), timeZone);
      if (grain === 'DAY') return date(day);
      if (grain === 'WEEK') return t('bucket.WEEK', { date: date(day) });
      if (grain === 'QUARTER')
        return t('bucket.QUARTER', {
          quarter: 1 + Math.floor((Number(day.slice(5, 7)) - 1) / 3),
          year: day.slice(0, 4),
        });
      const locale = i18n.language === 'en' ? 'en-GB' : i18n.language;
      return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        new Date(day),
      );
    },
    [t, i18n.language, date, dateTime, timeZone],
  );
}
