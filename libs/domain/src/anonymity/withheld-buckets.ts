import type { Grain } from '../series/buckets.js';
import { periodOfDay } from './period-of-day.js';
import { type CountedDay, type HiddenBuckets, hiddenInWhole } from './whole-series.js';

/** Who stands behind everybody's series of a metric, as far as is needed to say what may be shown of it. */
export interface BucketRules {
  /**
   * By day; by the first day of months where nothing finer than months is asked. In whole quarters, because that is what
   * decisions are made for: with a part of one, another page would decide otherwise, and both together tell of the rest.
   * Null for a metric that nobody answered, of which nothing is withheld.
   */
  readonly people: readonly CountedDay[] | null;
  readonly grain: Exclude<Grain, 'hour'>;
  /** 1 is Monday, 7 is Sunday; of no account for months and quarters. */
  readonly weekStart?: number;
  readonly minimumGroupSize: number;
}

/**
 * Whether a bucket, named by its first day, is withheld, wherever everybody's numbers are shown: a series, the latest value
 * on a map, a month of a scorecard, a point of an alert. All pages ask here, so that no two of them can be subtracted.
 * What is not counted is withheld as well: whoever forgets to count must not publish by that.
 */
export function withheldBuckets({
  people,
  grain,
  weekStart = 1,
  minimumGroupSize,
}: BucketRules): (day: string) => boolean {
  if (people === null) return () => false;
  const hidden: HiddenBuckets = hiddenInWhole({ days: people, weekStart, minimumGroupSize });
  const counted = new Set(people.map(({ day }) => periodOfDay(day, grain, weekStart)));
  return (day) => !counted.has(day) || hidden[grain].has(day);
}
