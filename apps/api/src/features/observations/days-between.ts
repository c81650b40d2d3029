import { bucketEdges, type Calendar, dayOf } from '@touchstone/domain';

export interface DaysBetween {
  /** When each day begins. */
  readonly starts: readonly string[];
  /** The same days as YYYY-MM-DD. */
  readonly days: readonly string[];
}

/** Every day that a stretch touches, by the organisation's clock: the database looks moments up in it. */
export function daysBetween(from: number, to: number, calendar: Calendar): DaysBetween {
  const edges = bucketEdges(from, to, 'day', calendar);
  // One more, for a moment that is the last edge itself.
  return { starts: edges.map(instant), days: edges.map((at) => dayOf(at, calendar.timeZone)) };
}

export const instant = (at: number): string => new Date(at).toISOString();
