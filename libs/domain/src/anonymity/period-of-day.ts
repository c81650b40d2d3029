import type { Grain } from '../series/buckets.js';

const DAY = 86_400_000;
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The first day, YYYY-MM-DD, of the bucket that a day of the organisation's calendar lies in. */
export function periodOfDay(day: string, grain: Exclude<Grain, 'hour'>, weekStart: number): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  const at = Date.parse(`${day}T00:00:00Z`);
  const date = new Date(at);
  // getUTCDay counts from Sunday as 0; weekStart from Monday as 1.
  if (grain === 'week') return text(at - ((date.getUTCDay() - (weekStart % 7) + 7) % 7) * DAY);
  return text(Date.UTC(date.getUTCFullYear(), 3 * Math.floor(date.getUTCMonth() / 3), 1));
}

export const lastDayOfWeek = (week: string): string => text(Date.parse(`${week}T00:00:00Z`) + 6 * DAY);
