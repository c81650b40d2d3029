import { checkAttributeCounts, checkBaselineCount, outside, pooledRatio } from '../charts/index.js';
import { checkObject } from '../checks/index.js';

/** Argument of {@link uChart}. */
export interface UChartInput {
  /** Events in each subgroup: a whole number of at least 0; `null` is missing. */
  counts: readonly (number | null)[];
  /** Units (area of opportunity) of each subgroup, at least 0, not necessarily whole; all 1 gives a c chart. */
  sizes: readonly (number | null)[];
  /** Only the first so many subgroups set the centre line; all when left out. */
  baselineCount?: number | null;
}

/** Result of {@link uChart}: events per unit. */
export interface UChartResult {
  /** Centre line; `null` when the baseline is empty. */
  center: number | null;
  /** Rate of each subgroup; `null` when it is empty or missing. */
  points: (number | null)[];
  /** Upper limit of each subgroup; `null` when it is empty. */
  upper: (number | null)[];
  /** Lower limit of each subgroup, at least 0; `null` when it is empty. */
  lower: (number | null)[];
  /** Indices of the points strictly outside their limits. */
  signals: number[];
}

/**
 * u chart: a rate of events per unit with a varying area of opportunity (c chart when every size is 1).
 *
 * Formula: ū = Σcounts / Σsizes over the baseline; limits of subgroup i = ū ± 3·√(ū/nᵢ), the lower at least 0.
 *
 * Units: events per unit of `sizes`. An empty or missing subgroup has no point. Limits set by `baselineCount` do not
 * move when later subgroups arrive.
 *
 * Source: Montgomery DC, Introduction to Statistical Quality Control (personal computers); NIST/SEMATECH e-Handbook
 * 6.3.3.1; R qcc `type = "u"` and `"c"`.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number of at least 0 or `null`, a size is negative, a
 * count stands against a size of 0, lengths differ, or `baselineCount` is not a whole number of at least 1.
 * @example
 * uChart({ counts: [10, 12, 8, 30], sizes: [5, 5, 2.5, 5], baselineCount: 3 });
 * // => {
 * //   center: 2.4,
 * //   points: [2, 2.4, 3.2, 6],
 * //   upper: [4.478461, 4.478461, 5.339388, 4.478461],
 * //   lower: [0.321539, 0.321539, 0, 0.321539],
 * //   signals: [3],
 * // }
 */
export function uChart(input: UChartInput): UChartResult {
  const { counts, sizes, baselineCount } = checkObject('input', input);
  const data = checkAttributeCounts(counts, sizes, false);
  const center = pooledRatio(data, checkBaselineCount(baselineCount));
  const half = data.sizes.map((size) => (center === null || !size ? null : 3 * Math.sqrt(center / size)));
  const upper = half.map((width) => (width === null ? null : center! + width));
  const lower = half.map((width) => (width === null ? null : Math.max(0, center! - width)));
  return { center, points: data.ratios, upper, lower, signals: outside(data.ratios, lower, upper) };
}
