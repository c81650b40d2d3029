import type { Tally } from '../series/index.js';
import type { Day, EffectGrain, EffectMethod, EffectRegistration } from './effect-registration.js';

/** One bucket of a series, by its first day; null, or left out, where nothing was observed. */
export interface EffectBucket {
  readonly start: Day;
  readonly tally: Tally | null;
}

/** Where a bucket lies: only whole buckets count, so that one that the launch cuts in two is on no side. */
export type EffectSide = 'history' | 'before' | 'between' | 'after' | 'later';

/** Fewest buckets with observations on either side; fewer cannot say how much weeks differ by themselves. */
export const FEWEST_BUCKETS: Readonly<Record<EffectMethod, { readonly before: number; readonly after: number }>> = {
  before_after: { before: 8, after: 8 },
  interrupted_series: { before: 12, after: 8 },
  difference_in_differences: { before: 8, after: 8 },
};

/** Buckets of a year, days in whole weeks so that Mondays meet Mondays. */
export const STEPS_OF_A_YEAR: Readonly<Record<EffectGrain, number>> = { day: 364, week: 52, month: 12 };

const DAY_MS = 86_400_000;

export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayFrom = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => dayFrom(dayNumber(day) + days);

/** A whole number that rises by one from bucket to bucket. */
export function stepOf(start: Day, grain: EffectGrain): number {
  if (grain === 'day') return dayNumber(start);
  if (grain === 'week') return Math.floor(dayNumber(start) / 7);
  return Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
}

/** The first day of the bucket so many steps further. */
export function bucketAfter(start: Day, grain: EffectGrain, steps = 1): Day {
  if (grain !== 'month') return addDays(start, steps * (grain === 'week' ? 7 : 1));
  const month = stepOf(start, 'month') + steps;
  return dayFrom(Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / DAY_MS);
}

export const settledOn = ({ launchOn, settlingDays }: EffectRegistration): Day => addDays(launchOn, settlingDays);

export function sideOf(start: Day, registration: EffectRegistration): EffectSide {
  const end = bucketAfter(start, registration.grain);
  if (end <= registration.baselineFrom) return 'history';
  if (start >= registration.baselineFrom && end <= registration.baselineTo) return 'before';
  if (start >= registration.evaluateOn) return 'later';
  return start >= settledOn(registration) && end <= registration.evaluateOn ? 'after' : 'between';
}

/** How many whole buckets fit into a stretch; weeks begin on the weekday of `anyWeek`, a Monday when left out. */
export function slotsBetween(from: Day, to: Day, grain: EffectGrain, anyWeek: Day = '2024-01-01'): number {
  if (to <= from) return 0;
  if (grain === 'day') return dayNumber(to) - dayNumber(from);
  if (grain === 'week') {
    const late = (((dayNumber(from) - dayNumber(anyWeek)) % 7) + 7) % 7;
    const first = dayNumber(from) + (late === 0 ? 0 : 7 - late);
    return Math.max(0, Math.floor((dayNumber(to) - first) / 7));
  }
  const first = stepOf(from, 'month') + (from.endsWith('-01') ? 0 : 1);
  return Math.max(0, stepOf(to, 'month') - first);
}
