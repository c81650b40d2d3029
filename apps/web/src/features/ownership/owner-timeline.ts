import type { OwnersOfTouchpointFragment } from './ownership.generated.js';
import { RESPONSIBILITIES } from './ownership-words.js';

export type Period = OwnersOfTouchpointFragment['ownership'][number];

export interface Bar {
  id: string;
  /** In hundredths of the span. */
  left: number;
  width: number;
  /** No end: it runs out of the picture. */
  open: boolean;
  period: Period;
}

export interface Lane {
  key: string;
  teamName: string;
  responsibility: Period['responsibility'];
  bars: Bar[];
}

export interface Timeline {
  from: string;
  to: string;
  /** Where a day lies, in hundredths of the span; null outside it. */
  placeOf: (day: string) => number | null;
  lanes: Lane[];
}

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** One lane per team and part, from the first day of all to a while after the last that is known. Null where there is none. */
export function timelineOf(periods: readonly Period[], today: string): Timeline | null {
  if (periods.length === 0) return null;
  const days = periods.flatMap(({ validFrom, validTo }) => (validTo ? [validFrom, validTo] : [validFrom]));
  const known = [...days, today].map(at);
  const first = Math.min(...known);
  const last = Math.max(...known);
  // Room at the end shows that what has no end goes on.
  const end = last + Math.max(30 * DAY, (last - first) / 10);
  const place = (time: number) => ((time - first) / (end - first)) * 100;
  const barOf = (period: Period): Bar => {
    const left = place(at(period.validFrom));
    const right = period.validTo ? place(at(period.validTo)) : 100;
    return { id: period.id, left, width: right - left, open: period.validTo === null, period };
  };
  const lanes = new Map<string, Lane>();
  const inOrder = [...periods].sort(
    (one, other) =>
      RESPONSIBILITIES.indexOf(one.responsibility) - RESPONSIBILITIES.indexOf(other.responsibility) ||
      one.validFrom.localeCompare(other.validFrom),
  );
  for (const period of inOrder) {
    const key = `${period.responsibility}/${period.teamId}`;
    const { teamName, responsibility } = period;
    const lane = lanes.get(key) ?? { key, teamName, responsibility, bars: [] };
    lane.bars.push(barOf(period));
    lanes.set(key, lane);
  }
  return {
    from: dayOf(first),
    to: dayOf(end),
    placeOf: (day) => (at(day) < first || at(day) > end ? null : place(at(day))),
    lanes: [...lanes.values()],
  };
}
