import { checkAttributeCounts, checkBaselineCount, outside, pooledRatio } from '../charts/index.js';
import { checkObject } from '../checks/index.js';

/** Argument of {@link pChart}. */
export interface PChartInput {
  /** Items with the attribute in each subgroup: a whole number from 0 to the size; `null` is missing. */
  counts: readonly (number | null)[];
  /** Items in each subgroup: a whole number of at least 0; `null` is missing. */
  sizes: readonly (number | null)[];
  /** Only the first so many subgroups set the centre line; all when left out. */
  baselineCount?: number | null;
}

/** Result of {@link pChart}: proportions from 0 to 1. */
export interface PChartResult {
  /** Centre line; `null` when the baseline is empty. */
  center: number | null;
  /** Proportion of each subgroup; `null` when it is empty or missing. */
  points: (number | null)[];
  /** Upper limit of each subgroup, at most 1; `null` when it is empty. */
  upper: (number | null)[];
  /** Lower limit of each subgroup, at least 0; `null` when it is empty. */
  lower: (number | null)[];
  /** Indices of the points strictly outside their limits. */
  signals: number[];
}

/**
 * p chart: a proportion over time with subgroups of varying size.
 *
 * Formula: p̄ = Σcounts / Σsizes over the baseline, which is not the mean of the proportions; limits of subgroup i =
 * p̄ ± 3·√(p̄(1−p̄)/nᵢ), inside [0, 1].
 *
 * Units: proportions, 0–1. An empty or missing subgroup has no point and breaks nothing. Limits set by
 * `baselineCount` do not move when later subgroups arrive.
 *
 * Source: Montgomery DC, Introduction to Statistical Quality Control (orange juice cans); NIST/SEMATECH e-Handbook
 * 6.3.3.2; R qcc `type = "p"`.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number from 0 to its size or `null`, lengths differ, or
 * `baselineCount` is not a whole number of at least 1.
 * @example
 * pChart({ counts: [4, 6, 5, 21], sizes: [50, 60, 50, 60], baselineCount: 3 });
 * // => {
 * //   center: 0.09375,
 * //   points: [0.08, 0.1, 0.1, 0.35],
 * //   upper: [0.217415, 0.206640, 0.217415, 0.206640],
 * //   lower: [0, 0, 0, 0],
 * //   signals: [3],
 * // }
 */
export function pChart(input: PChartInput): PChartResult {
  const { counts, sizes, baselineCount } = checkObject('input', input);
  const data = checkAttributeCounts(counts, sizes, true);
  const center = pooledRatio(data, checkBaselineCount(baselineCount));
  const half = data.sizes.map((size) =>
    center === null || !size ? null : 3 * Math.sqrt((center * (1 - center)) / size),
  );
  const upper = half.map((width) => (width === null ? null : Math.min(1, center! + width)));
  const lower = half.map((width) => (width === null ? null : Math.max(0, center! - width)));
  return { center, points: data.ratios, upper, lower, signals: outside(data.ratios, lower, upper) };
}
