import { checkInteger, checkObject, checkTableOrNull, completeRows } from '../checks/index.js';
import { momentsOf, sumOf } from '../moments/index.js';

/** Argument of {@link rwgAd}. */
export interface RwgAdInput {
  /** One row per member of the group, one column per item; `null` is a missing rating. */
  ratings: readonly (readonly (number | null)[])[];
  /** Points of the answer scale (A), at least 2. Where the scale starts does not matter. */
  categories: number;
}

/** Result of {@link rwgAd}. */
export interface RwgAdResult {
  /** Members with a rating on every item. */
  n: number;
  /** Items. */
  items: number;
  /** r_wg of each item, 0 (none beyond chance) to 1 (all agree); `null` entries when n < 2. */
  rwg: (number | null)[];
  /** r_wg(j) over all items, 0 to 1; `null` when n < 2 or there is no item. */
  rwgJ: number | null;
  /** Mean over items of the sample variance, in squared scale points. */
  meanVariance: number | null;
  /** Average deviation about the mean, in scale points: agreement is good up to A/6. */
  adM: number | null;
  /** Average deviation about the median, in scale points: agreement is good up to A/6. */
  adMd: number | null;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function averageDeviation(values: readonly number[], centre: number): number {
  return sumOf(Float64Array.from(values, (value) => Math.abs(value - centre))) / values.length;
}

/** Ratings of one scale with A consecutive points cannot lie further apart than A − 1. */
function checkSpread(ratings: readonly (readonly (number | null)[])[], categories: number): void {
  let lowest = Infinity;
  let highest = -Infinity;
  ratings.forEach((row, i) =>
    row.forEach((rating, j) => {
      if (rating === null) return;
      lowest = Math.min(lowest, rating);
      highest = Math.max(highest, rating);
      if (highest - lowest > categories - 1) {
        throw new RangeError(
          `ratings[${i}][${j}] must lie on one scale of ${categories} points with the ratings before it: ` +
            `from ${lowest} to ${highest} is more than ${categories - 1} apart`,
        );
      }
    }),
  );
}

/**
 * Agreement within one group: r_wg per item, r_wg(j) over items, and average deviations.
 *
 * Formula: σ²EU = (A² − 1)/12, the variance if answers were spread evenly over A categories;
 * r_wg = 1 − min(s², σ²EU)/σ²EU with s² the sample variance (n − 1); with r = min(mean s², σ²EU)/σ²EU and J items,
 * r_wg(j) = J(1−r)/(J(1−r)+r); AD = mean over items of the mean of |x − centre| (divisor n).
 *
 * Units: r_wg 0–1, deviations in scale points. Members with any missing rating are dropped. A variance above the
 * uniform one counts as no agreement, 0 (James et al. 1984). n < 2 leaves everything `null`.
 *
 * Source: James, Demaree & Wolf (1984) J Appl Psychol 69:85-98 and (1993) 78:306-309; Burke, Finkelstein & Dusig
 * (1999) Organizational Research Methods 2:49-68; Burke & Dunlap (2002) 5:159-172 (cut-off A/6); R multilevel
 * `rwg`, `rwg.j`, `ad.m`.
 *
 * @throws {TypeError | RangeError} when the table is ragged, a rating is not a finite number or `null`, ratings lie
 * further apart than the scale is wide, or `categories` is not a whole number of at least 2.
 * @example
 * rwgAd({ ratings: [[4, 5], [4, 4], [5, 3]], categories: 5 });
 * // => {
 * //   n: 3, items: 2, rwg: [0.833333, 0.5], rwgJ: 0.8, meanVariance: 0.6666667,
 * //   adM: 0.5555556, adMd: 0.5,
 * // }
 */
export function rwgAd(input: RwgAdInput): RwgAdResult {
  const { ratings, categories } = checkObject('input', input);
  checkInteger('categories', categories, 2);
  const table = checkTableOrNull('ratings', ratings);
  checkSpread(table, categories);
  const members = completeRows(table);
  const n = members.length;
  const items = table[0]?.length ?? 0;
  const columns = Array.from({ length: items }, (_, item) => members.map((row) => row[item]!));
  if (n < 2 || items === 0) {
    const rwg = columns.map(() => null);
    return { n, items, rwg, rwgJ: null, meanVariance: null, adM: null, adMd: null };
  }
  const uniform = (categories ** 2 - 1) / 12;
  const shareOfUniform = (variance: number) => Math.min(variance, uniform) / uniform;
  const moments = columns.map((column) => momentsOf(column));
  const variances = moments.map(({ squares }) => squares / (n - 1));
  const meanVariance = sumOf(variances) / items;
  const r = shareOfUniform(meanVariance);
  return {
    n,
    items,
    rwg: variances.map((variance) => 1 - shareOfUniform(variance)),
    rwgJ: (items * (1 - r)) / (items * (1 - r) + r),
    meanVariance,
    adM: sumOf(columns.map((column, item) => averageDeviation(column, moments[item]!.mean!))) / items,
    adMd: sumOf(columns.map((column) => averageDeviation(column, medianOf(column)))) / items,
  };
}
