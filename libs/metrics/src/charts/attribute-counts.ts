import { checkNumbersOrNull, checkPositiveInteger, checkSameLength, type NumberLimits } from '../checks/index.js';

/** Counts of an attribute chart per subgroup: what was counted, and in how much. */
export interface AttributeCounts {
  counts: readonly (number | null)[];
  sizes: readonly (number | null)[];
  /** counts / sizes; `null` where one is missing or the size is 0. */
  ratios: (number | null)[];
}

/**
 * Checks the two lists of an attribute chart. `wholeSizes` is true where the sizes are items, each of which is counted
 * at most once, and false where they are areas of opportunity.
 * @throws TypeError or RangeError naming the list and the index.
 */
export function checkAttributeCounts(counts: unknown, sizes: unknown, wholeSizes: boolean): AttributeCounts {
  const whole: NumberLimits = { integer: true, min: 0, max: Number.MAX_SAFE_INTEGER };
  const checkedCounts = checkNumbersOrNull('counts', counts, whole);
  const checkedSizes = checkNumbersOrNull('sizes', sizes, wholeSizes ? whole : { min: 0 });
  checkSameLength('counts', checkedCounts, 'sizes', checkedSizes);
  const ratios = checkedCounts.map((count, i) => {
    const size = checkedSizes[i]!;
    if (count === null || size === null) return null;
    if (count > 0 && (size === 0 || (wholeSizes && count > size))) {
      throw new RangeError(`counts[${i}] must be an integer from 0 to sizes[${i}] (${size}), got ${count}`);
    }
    return size === 0 ? null : count / size;
  });
  return { counts: checkedCounts, sizes: checkedSizes, ratios };
}

/** The pooled ratio Σcounts / Σsizes of the first `length` subgroups; `null` when they hold nothing. */
export function pooledRatio({ counts, sizes, ratios }: AttributeCounts, length: number): number | null {
  let counted = 0;
  let size = 0;
  for (let i = 0; i < Math.min(length, ratios.length); i += 1) {
    if (ratios[i] === null) continue;
    counted += counts[i]!;
    size += sizes[i]!;
  }
  return size > 0 ? counted / size : null;
}

/** How many leading points give the limits; left out means all. */
export function checkBaselineCount(value: unknown): number {
  return value === undefined || value === null ? Infinity : checkPositiveInteger('baselineCount', value);
}

/** Indices of the points strictly outside their own limits; a point or limit that is not there gives no signal. */
export function outside(
  points: readonly (number | null)[],
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
): number[] {
  const signals: number[] = [];
  points.forEach((point, i) => {
    const low = lower[i] ?? -Infinity;
    const high = upper[i] ?? Infinity;
    if (point !== null && (point < low || point > high)) signals.push(i);
  });
  return signals;
}
