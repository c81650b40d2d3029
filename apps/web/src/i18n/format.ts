import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share from 0 to 1. */
  percent(share: number, digits?: number): string;
  /** An instant, or a calendar date `YYYY-MM-DD` (which has no zone and is never shifted). */
  date(value: string): string;
  dateTime(instant: string): string;
  dateRange(from: string, to: string): string;
  /** How long ago or how soon, in the largest unit that says it. */
  relative(instant: string, now?: number): string;
  list(items: readonly string[]): string;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Our English is British: day before month, and hours up to 24, so that midnight is nobody's riddle. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);

export function formatsFor(language: string, timeZone: string | undefined): Formats {
  const locale = regional(language);
  const isCalendarDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);
  const dateFormat = (value: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: isCalendarDate(value) ? 'UTC' : timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    number: (value, options) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...options }).format(value),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    date: (value) => dateFormat(value).format(new Date(value)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    dateRange: (from, to) => dateFormat(from).formatRange(new Date(from), new Date(to)),
    relative: (instant, now = Date.now()) => {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const [unit, size] = steps.find(([, step]) => Math.abs(seconds) >= step) ?? (['second', 1] as const);
      return relative.format(Math.trunc(seconds / size), unit);
    },
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}

/** The organisation's time zone; undefined before sign-in, when the browser's own is used. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

/** Numbers and dates as the reader's language writes them, in the organisation's time zone. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const timeZone = useContext(TimeZoneContext);
  return useMemo(() => formatsFor(i18n.language, timeZone), [i18n.language, timeZone]);
}
