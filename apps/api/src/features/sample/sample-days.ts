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

export const yearsBetween = (first: string, last: string): number =>
  (Date.parse(last) - Date.parse(first)) / DAY_MS / 365.25;

/** How far the year has come, from 0 to 1. */
export function partOfYear(day: string): number {
  const start = Date.UTC(new Date(day).getUTCFullYear(), 0, 1);
  return (Date.parse(day) - start) / DAY_MS / 365.25;
}
