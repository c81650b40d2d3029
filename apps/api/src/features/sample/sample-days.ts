const DAY_MS = 86_400_000;

/** The day so many days before today, so that what was measured last is fresh whenever the sample is loaded. */
export const daysAgo = (days: number, now = Date.now()): string =>
  new Date(now - days * DAY_MS).toISOString().slice(0, 10);

/** The first day of the month so many months before this one. */
export function monthsAgo(months: number, now = Date.now()): string {
  const today = new Date(now);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
}

/** Every day from one to another, both included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();

/** The day so many days from today; before it where they are below 0. */
export const dayFrom = (days: number, now = Date.now()): string => daysAgo(-days, now);

/** Towards noon of the day so many days from today, and not later than now. */
export const atNoonOf = (days: number, now = Date.now()): Date =>
  new Date(Math.min(now, Date.parse(`${dayFrom(days, now)}T11:20:00Z`)));

/** The latest Monday that is at least so many days back. */
export function mondayBefore(days: number, now = Date.now()): string {
  const day = daysAgo(days, now);
  return daysAgo(days + ((weekdayOf(day) + 6) % 7), now);
}

export const yearsBetween = (first: string, last: string): number =>
  (Date.parse(last) - Date.parse(first)) / DAY_MS / 365.25;

/** How far the year has come, from 0 to 1. */
export function partOfYear(day: string): number {
  const start = Date.UTC(new Date(day).getUTCFullYear(), 0, 1);
  return (Date.parse(day) - start) / DAY_MS / 365.25;
}
