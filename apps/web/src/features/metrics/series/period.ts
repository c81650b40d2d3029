import { startOfDay } from '@touchstone/domain';
import { GRAINS } from '../metric-words.js';
import type { Grain } from './series.generated.js';
import type { MetricSearch } from '../routes.js';

export interface Period {
  /** First and last day. */
  readonly fromDay: string;
  readonly toDay: string;
}

const DAY = 86_400_000;
/** More points than this no screen can show. */
export const MOST_POINTS = 1000;
const DAYS_OF: Readonly<Record<Grain, number>> = { HOUR: 1 / 24, DAY: 1, WEEK: 7, MONTH: 30.4, QUARTER: 91 };

export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
export const shiftYear = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
export const lengthOf = ({ fromDay, toDay }: Period): number =>
  Math.round((Date.parse(toDay) - Date.parse(fromDay)) / DAY) + 1;

/** What the address asks for; a year up to today by month where it says nothing. */
export function periodOf({ from, to }: MetricSearch, today: string): Period {
  const toDay = to ?? today;
  return { fromDay: from && from <= toDay ? from : shiftDay(toDay, -364), toDay };
}

/** The stretch that a period is compared with. */
export function referenceOf(period: Period, compare: 'previous' | 'year'): Period {
  if (compare === 'year') return { fromDay: shiftYear(period.fromDay, -1), toDay: shiftYear(period.toDay, -1) };
  return { fromDay: shiftDay(period.fromDay, -lengthOf(period)), toDay: shiftDay(period.fromDay, -1) };
}

/** As moments, the end no longer part of it: days are those of the organisation. */
export function momentsOf({ fromDay, toDay }: Period, timeZone: string): { from: string; to: string } {
  const at = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
  return { from: at(fromDay), to: at(shiftDay(toDay, 1)) };
}

export const pointsOf = (period: Period, grain: Grain): number => lengthOf(period) / DAYS_OF[grain];

/** The finest grain at which a period can be drawn. */
export const drawable = (period: Period): Grain =>
  GRAINS.find((grain) => pointsOf(period, grain) <= MOST_POINTS) ?? 'QUARTER';

/** Whether the stretch that begins then is not over yet; both by the organisation's clock. */
export function stillRuns(begins: number, grain: Grain, now: number): boolean {
  if (grain !== 'MONTH' && grain !== 'QUARTER') return begins + DAYS_OF[grain] * DAY > now;
  const end = new Date(begins);
  end.setUTCMonth(end.getUTCMonth() + (grain === 'MONTH' ? 1 : 3));
  return end.getTime() > now;
}

/** Whether nothing was observed between two points that follow one another. */
export const isGap = (before: number, after: number, grain: Grain): boolean =>
  after - before > 1.6 * DAYS_OF[grain] * DAY;
