import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf } from './measured.js';

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share from 0 to 1. One below a hundredth keeps its first two digits: a few of very many are not nobody. */
  percent(share: number, digits?: number): string;
  /** An instant, or a calendar date `YYYY-MM-DD` (which has no zone and is never shifted). */
  date(value: string): string;
  dateTime(instant: string): string;
  dateRange(from: string, to: string): string;
  /** How long ago or how soon, in the largest unit that says it. */
  relative(instant: string, now?: number): string;
  list(items: readonly string[]): string;
}

const digitsOfSmall = (percent: number): number =>
  percent > 0 && percent < 1 ? Math.min(10, 1 - Math.floor(Math.log10(percent))) : 0;

const DAY = 86_400;

/** Unit, its seconds, and from how many seconds on it is used: "in 13 days" says more than "in 1 week". */
const steps: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 365 * DAY, 2 * 365 * DAY],
  ['month', 30 * DAY, 60 * DAY],
  ['week', 7 * DAY, 21 * DAY],
  ['day', DAY, DAY],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
];

/** Our English is British: day before month, and hours up to 24, so that midnight is nobody's riddle. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** A hyphen is too short to be seen before a number, and lets it part from its sign at the end of a line. */
const MINUS = '\u2212';

/** Two decimals where nobody says otherwise; so small a number that these would leave nothing of it keeps three digits. */
function digitsFor(value: number, options: Intl.NumberFormatOptions = {}): Intl.NumberFormatOptions {
  if (options.maximumFractionDigits !== undefined || options.maximumSignificantDigits !== undefined) return {};
  return { maximumFractionDigits: Math.abs(value) < 0.1 ? Math.max(2, decimalsOf(value)) : 2 };
}

export function formatsFor(language: string, timeZone: string | undefined): Formats {
  const locale = regional(language);
  const isCalendarDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);
  const dateFormat = (value: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: isCalendarDate(value) ? 'UTC' : timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  // "Tomorrow" and "next week" name days of the calendar, and would be wrong for 40 hours or 13 days from now.
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  return {
    number: (value, options) =>
      new Intl.NumberFormat(locale, { ...digitsFor(value, options), ...options }).format(value).replace('-', MINUS),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: Math.max(digits, digitsOfSmall(share * 100)),
      })
        .format(share)
        .replace('-', MINUS),
    date: (value) => dateFormat(value).format(new Date(value)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    dateRange: (from, to) => dateFormat(from).formatRange(new Date(from), new Date(to)),
    relative: (instant, from = Date.now()) => {
      const seconds = (new Date(instant).getTime() - from) / 1000;
      const [unit, size] = steps.find(([, , least]) => Math.abs(seconds) >= least) ?? (['second', 1] as const);
      const count = Math.trunc(seconds / size);
      return count === 0 ? now : relative.format(count, unit);
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
