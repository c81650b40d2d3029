import { type Calendar, type Grain, nextBucket } from '../series/index.js';

const DAY_MS = 86_400_000;

/** By which stretches of time alerts judge a metric. */
export type AlertGrain = Exclude<Grain, 'hour'>;

/** As coarse as its numbers come: a metric that is measured monthly is judged by the month. */
export function alertGrain(cadenceDays: number | null): AlertGrain {
  if (cadenceDays === null) return 'week';
  if (cadenceDays <= 1) return 'day';
  if (cadenceDays <= 7) return 'week';
  return cadenceDays <= 31 ? 'month' : 'quarter';
}

/** How long ago a stretch may have ended and still raise an alert: what is older is history, however late it came in. */
export const LOOK_BACK_DAYS: Readonly<Record<AlertGrain, number>> = { day: 14, week: 28, month: 62, quarter: 184 };

/** How much of a series is read to judge its end: enough for the limits of a control chart. */
export const SERIES_BUCKETS = 60;

export interface AlertWindow {
  readonly calendar: Calendar;
  readonly grain: AlertGrain;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The first day after the latest break of the series, as a moment; null where it does not break. */
  readonly brokenAt: number | null;
}

/** Only whole stretches are judged: half a month says nothing of a month. */
export const isOver = (bucket: number, { calendar, grain, now }: AlertWindow): boolean =>
  nextBucket(bucket, grain, calendar) <= now;

/** Whether a point may still raise an alert: its stretch is over, not long ago, and belongs to the series after its break. */
export function counts(bucket: number, window: AlertWindow): boolean {
  const end = nextBucket(bucket, window.grain, window.calendar);
  if (end > window.now) return false;
  if (end < window.now - LOOK_BACK_DAYS[window.grain] * DAY_MS) return false;
  return continues(bucket, window);
}

/** A stretch in the middle of which the series breaks holds numbers of both sides: it does not continue the new one. */
export const continues = (bucket: number, { brokenAt }: Pick<AlertWindow, 'brokenAt'>): boolean =>
  brokenAt === null || bucket >= brokenAt;
