import type { Grain } from '../series/buckets.js';
import { lastDayOfWeek, periodOfDay } from './period-of-day.js';
import { type CountedDay, type CountedHour, groups, type HiddenBuckets, pieceOf, sums } from './whole-series.js';

export interface SegmentDay extends CountedDay {
  /** The value of the dimension, such as Business of class. */
  readonly value: string;
}

export interface SegmentHour extends CountedHour {
  readonly value: string;
}

export interface SegmentCounts {
  /** Everybody, those without a value of the dimension included. */
  readonly days: readonly CountedDay[];
  readonly hours?: readonly CountedHour[];
  readonly segmentDays: readonly SegmentDay[];
  readonly segmentHours?: readonly SegmentHour[];
  /** What is withheld of everybody's series (`hiddenInWhole`). */
  readonly whole: HiddenBuckets;
  readonly weekStart: number;
  readonly minimumGroupSize: number;
}

/** From the coarsest: what a coarser grain withholds, a finer one must not add up to. */
const GRAINS = ['quarter', 'month', 'week', 'day', 'hour'] as const satisfies readonly Grain[];

/**
 * Which values of one dimension may be shown at which grain, so that no total less what is shown is about fewer people
 * than the minimum. Decided for whole quarters: a value is shown in every bucket of a quarter or in none, because with a
 * quarter's value at hand one bucket left out is what the others leave over.
 *
 * 1. A value is shown at a grain if each of its buckets in the quarter that has answers has enough of them, it is shown at
 *    every coarser grain, and nothing is withheld of everybody's buckets there. Weeks are judged by the parts that months
 *    cut them into.
 * 2. While the people of a bucket whose value is withheld, or who have none, are too few together, the smallest value
 *    shown in the bucket is withheld for the quarter as well.
 *
 * Whoever subtracts shown values from everybody, in any bucket, is left with the union of the withheld, enough by rule 2;
 * whoever subtracts shown buckets of a value from a longer one is left with shown buckets. Out of scope is what follows
 * from two dimensions together, as in every scheme that keeps margins apart, and guessing.
 */
export function shownSegments(counts: SegmentCounts): (value: string, grain: Grain, day: string) => boolean {
  const { weekStart } = counts;
  const quarterOf = (day: string) => periodOfDay(day, 'quarter', weekStart);
  const decided = new Map<string, Record<Grain, ReadonlySet<string>>>();
  const inQuarter = <Each extends CountedDay>(each: readonly Each[] = []) => groups(each, ({ day }) => quarterOf(day));
  const [days, hours] = [inQuarter(counts.days), inQuarter(counts.hours)];
  const [segmentDays, segmentHours] = [inQuarter(counts.segmentDays), inQuarter(counts.segmentHours)];
  for (const quarter of days.keys())
    decided.set(
      quarter,
      decideQuarter(
        {
          ...counts,
          days: days.get(quarter) ?? [],
          hours: hours.get(quarter) ?? [],
          segmentDays: segmentDays.get(quarter) ?? [],
          segmentHours: segmentHours.get(quarter) ?? [],
        },
        quarter,
      ),
    );
  return (value, grain, day) => {
    const last = grain === 'week' ? lastDayOfWeek(periodOfDay(day, 'week', weekStart)) : day;
    const first = grain === 'week' ? periodOfDay(day, 'week', weekStart) : day;
    // A week across two quarters is shown where both show it; one without any answers withholds nothing.
    const quarters = new Set([quarterOf(first), quarterOf(last)]);
    return [...quarters].every((quarter) => decided.get(quarter)?.[grain].has(value) ?? quarters.size > 1);
  };
}

function decideQuarter(counts: SegmentCounts, quarter: string): Record<Grain, ReadonlySet<string>> {
  const { minimumGroupSize: minimum, weekStart, whole } = counts;
  const sizes = sums(counts.segmentDays, ({ value }) => value);
  let shown = [...sizes].toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
  const decided = {} as Record<Grain, ReadonlySet<string>>;
  for (const grain of GRAINS) {
    const pieceOfDay = (day: string): string => {
      if (grain === 'week') return pieceOf(day, weekStart);
      return grain === 'quarter' ? quarter : grain === 'month' ? periodOfDay(day, 'month', weekStart) : day;
    };
    const key = (each: CountedDay | CountedHour) => ('hour' in each ? each.hour : pieceOfDay(each.day));
    const [everybody, segments] =
      grain === 'hour' ? [counts.hours ?? [], counts.segmentHours ?? []] : [counts.days, counts.segmentDays];
    const totals = sums(everybody, key);
    const bucketOf = (piece: string) => piece.slice(0, grain === 'hour' ? undefined : 10);
    if ([...totals.keys()].some((piece) => whole[grain].has(bucketOf(piece)))) shown = [];
    const cells = new Map([...groups(segments, key)].map(([piece, own]) => [piece, sums(own, ({ value }) => value)]));
    shown = shown.filter((value) => [...cells.values()].every((own) => (own.get(value) ?? minimum) >= minimum));
    for (const [piece, total] of totals) {
      const own = cells.get(piece) ?? new Map<string, number>();
      const hidden = total - shown.reduce((sum, value) => sum + (own.get(value) ?? 0), 0);
      if (hidden <= 0 || hidden >= minimum) continue;
      const smallest = shown.find((value) => own.has(value));
      shown = shown.filter((value) => value !== smallest);
    }
    decided[grain] = new Set(shown);
  }
  return decided;
}
