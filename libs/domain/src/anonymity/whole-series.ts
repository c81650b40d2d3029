import type { Grain } from '../series/buckets.js';
import { periodOfDay } from './period-of-day.js';

/** How many people answered on a day, as the organisation's calendar has it. */
export interface CountedDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly n: number;
}

export interface CountedHour extends CountedDay {
  /** Names the hour among others: the moment it begins. */
  readonly hour: string;
}

export interface SeriesCounts {
  readonly days: readonly CountedDay[];
  /** Only where hours are to be shown. */
  readonly hours?: readonly CountedHour[];
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
  readonly minimumGroupSize: number;
}

/** Names of hidden buckets: first days, and of hours the moment. */
export type HiddenBuckets = Readonly<Record<Grain, ReadonlySet<string>>>;

/**
 * Which buckets of a series of perceptions are withheld so that no difference between what is shown, within a grain or
 * between grains, is about fewer people than the minimum.
 *
 * 1. A bucket with fewer is withheld.
 * 2. While what is withheld of a quarter's months, of an hour's day, or of the days in a part of a month that weeks cut
 *    out, is fewer together, the smallest bucket shown there is withheld as well: the whole less the rest would be those few.
 * 3. Weeks lie across months: where a week and a month have fewer people in common, no week of that month is shown.
 * 4. Nothing finer is shown inside a month or quarter that is withheld.
 *
 * Why it holds. People who are in exactly the same shown buckets cannot be told apart. Of a shown day there are enough by
 * rule 1; days withheld in a shown week and month by rules 2 and 3; in a month of which weeks are withheld, and in the
 * withheld months of a quarter, by rule 2.
 */
export function hiddenInWhole({ days, hours = [], weekStart, minimumGroupSize: minimum }: SeriesCounts): HiddenBuckets {
  const of = (grain: Exclude<Grain, 'hour'>, day: string) => periodOfDay(day, grain, weekStart);
  const quarters = sums(days, ({ day }) => of('quarter', day));
  const quarter = new Set(keysWhere(quarters, (n) => n < minimum));
  const months = sums(days, ({ day }) => of('month', day));
  const month = new Set<string>();
  for (const [inQuarter, own] of groups([...months], ([first]) => of('quarter', first)))
    addAll(month, quarter.has(inQuarter) ? own.map(([key]) => key) : withheld(own, minimum));

  const pieces = sums(days, ({ day }) => pieceOf(day, weekStart));
  const withoutWeeks = new Set(month);
  for (const [piece, n] of pieces) if (n < minimum) withoutWeeks.add(monthOfPiece(piece));
  const week = new Set([...pieces.keys()].filter((piece) => withoutWeeks.has(monthOfPiece(piece))).map(weekOfPiece));

  const day = new Set<string>();
  const perDay = [...sums(days, ({ day: one }) => one)];
  const stretch = ([one]: [string, number]): string =>
    week.has(of('week', one)) ? of('month', one) : pieceOf(one, weekStart);
  for (const [, own] of groups(perDay, stretch)) {
    const hidden = month.has(of('month', own[0]![0]));
    addAll(day, hidden ? own.map(([key]) => key) : withheld(own, minimum));
  }

  const hour = new Set<string>();
  for (const [inDay, own] of groups(hours, (each) => each.day)) {
    const perHour = own.map((each): [string, number] => [each.hour, each.n]);
    addAll(hour, day.has(inDay) ? perHour.map(([key]) => key) : withheld(perHour, minimum));
  }
  return { quarter, month, week, day, hour };
}

/** What a week and a month have in common. */
export const pieceOf = (day: string, weekStart: number): string =>
  `${periodOfDay(day, 'week', weekStart)} ${periodOfDay(day, 'month', weekStart)}`;
const weekOfPiece = (piece: string): string => piece.slice(0, 10);
const monthOfPiece = (piece: string): string => piece.slice(11);

/** Those below the minimum, and the smallest other one while these are too few together. */
function withheld(cells: readonly (readonly [string, number])[], minimum: number): string[] {
  const few = cells.filter(([, n]) => n < minimum);
  const together = few.reduce((sum, [, n]) => sum + n, 0);
  const keys = few.map(([key]) => key);
  if (together === 0 || together >= minimum) return keys;
  const others = cells.filter(([, n]) => n >= minimum).toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  return [...keys, ...others.slice(0, 1).map(([key]) => key)];
}

/** Sums by key, in the order in which keys first occur. */
export function sums<Each extends { readonly n: number }>(
  each: readonly Each[],
  keyOf: (one: Each) => string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of each) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + one.n);
  return found;
}

export function groups<Each>(each: readonly Each[], keyOf: (one: Each) => string): Map<string, Each[]> {
  const found = new Map<string, Each[]>();
  for (const one of each) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}

const keysWhere = (found: ReadonlyMap<string, number>, holds: (n: number) => boolean): string[] =>
  [...found].filter(([, n]) => holds(n)).map(([key]) => key);
const addAll = (set: Set<string>, keys: readonly string[]): void => keys.forEach((key) => set.add(key));
