import { checkArray, checkCount, checkInteger, checkNumber, checkNumbers, checkObject } from '../checks/index.js';
import { describe } from '../checks/describe.js';

/** Widest scale that is counted point by point; 0..100 and finer fit, a typing error such as 1..1e9 does not. */
const MOST_POINTS = 1001;

/** Ratings on a scale of whole numbers, counted: everything that CSAT and CES need, in a form that can be added up. */
export interface RatingCounts {
  /** Lowest point of the scale. */
  scaleMin: number;
  /** Highest point of the scale. */
  scaleMax: number;
  /** Ratings that are present. */
  n: number;
  /** Ratings that are missing. */
  missing: number;
  /** Sum of the ratings. */
  sum: number;
  /** Sum of their squares. */
  sumSq: number;
  /** Ratings at each point: `counts[i]` is how often `scaleMin + i` was given. */
  counts: readonly number[];
}

/** Argument of {@link ratingCounts}. */
export interface RatingCountsInput {
  /** Whole numbers from `scaleMin` to `scaleMax`; `null` is a missing rating. */
  ratings: readonly (number | null)[];
  /** Lowest point of the scale, a whole number; 1 when left out. */
  scaleMin?: number;
  /** Highest point of the scale, a whole number above `scaleMin`; 5 when left out. */
  scaleMax?: number;
}

/** Argument of {@link mergeRatingCounts}: counts on the same scale. */
export interface MergeRatingCountsInput {
  /** Counts of one part. */
  a: RatingCounts;
  /** Counts of another part. */
  b: RatingCounts;
}

/** Checks that the scale is a range of whole numbers and returns how many points it has. */
export function checkScale(scaleMin: unknown, scaleMax: unknown): number {
  const low = checkInteger('scaleMin', scaleMin, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return checkInteger('scaleMax', scaleMax, low + 1, low + MOST_POINTS - 1) - low + 1;
}

/** How often each point of the scale was given, and how many values are missing. One pass, one array of results. */
export function countPoints(
  name: string,
  values: readonly (number | null)[],
  scaleMin: number,
  scaleMax: number,
): { counts: number[]; missing: number } {
  const list = checkArray(name, values);
  const points = scaleMax - scaleMin + 1;
  const counts = new Uint32Array(points);
  let missing = 0;
  for (let i = 0; i < list.length; i += 1) {
    const value = list[i];
    if (typeof value === 'number') {
      const point = value - scaleMin;
      // A whole number below `points`; adding back what was subtracted shows a fraction that the subtraction rounded away.
      if (point >>> 0 !== point || point >= points || point + scaleMin !== value) {
        refusePoint(`${name}[${i}]`, value, scaleMin, scaleMax);
      }
      counts[point]! += 1;
    } else if (value === null) missing += 1;
    else refusePoint(`${name}[${i}]`, value, scaleMin, scaleMax);
  }
  return { counts: Array.from(counts), missing };
}

function refusePoint(name: string, value: unknown, scaleMin: number, scaleMax: number): never {
  const message = `${name} must be an integer from ${scaleMin} to ${scaleMax} or null, got ${describe(value)}`;
  throw typeof value === 'number' ? new RangeError(message) : new TypeError(message);
}

function withSums(scaleMin: number, scaleMax: number, counts: readonly number[], missing: number): RatingCounts {
  let n = 0;
  let sum = 0;
  let sumSq = 0;
  counts.forEach((count, i) => {
    const point = scaleMin + i;
    n += count;
    sum += count * point;
    sumSq += count * point * point;
  });
  return { scaleMin, scaleMax, n, missing, sum, sumSq, counts };
}

/** Refuses counts that do not belong to their scale or whose sums are not theirs. */
export function checkRatingCounts(name: string, value: RatingCounts): RatingCounts {
  const { scaleMin, scaleMax, n, missing, sum, sumSq, counts } = checkObject(name, value);
  const points = checkScale(scaleMin, scaleMax);
  checkNumbers(`${name}.counts`, counts, { integer: true, min: 0, max: Number.MAX_SAFE_INTEGER });
  if (counts.length !== points) {
    throw new RangeError(
      `${name}.counts must have ${points} entries, one for each point from ${scaleMin} to ${scaleMax}, got ${counts.length}`,
    );
  }
  checkCount(`${name}.missing`, missing);
  const own = withSums(scaleMin, scaleMax, counts, missing);
  checkNumber(`${name}.n`, n, { min: own.n, max: own.n });
  checkNumber(`${name}.sum`, sum, { min: own.sum, max: own.sum });
  checkNumber(`${name}.sumSq`, sumSq, { min: own.sumSq, max: own.sumSq });
  return own;
}

/**
 * Counts ratings on a scale of whole numbers, so that CSAT, CES and their means can be rolled up from parts.
 *
 * Formula: counts(v) = number of ratings equal to v; n = Σ counts; sum = Σ v·counts(v); sumSq = Σ v²·counts(v).
 *
 * Units: numbers of ratings and scale points. All are whole numbers, so that adding parts is exact as long as sumSq
 * stays below 2^53 (about 10^14 ratings of a 7-point scale).
 *
 * Source: sufficient statistics of the multinomial distribution; Casella & Berger (2002) Statistical Inference, ch. 6.
 *
 * @throws {TypeError | RangeError} when a rating is not a whole number on the scale or `null`, or the scale is not a
 * range of 2 to 1001 whole numbers.
 * @example
 * ratingCounts({ ratings: [5, 4, null, 5, 1], scaleMin: 1, scaleMax: 5 });
 * // => { scaleMin: 1, scaleMax: 5, n: 4, missing: 1, sum: 15, sumSq: 67, counts: [1, 0, 0, 1, 2] }
 */
export function ratingCounts(input: RatingCountsInput): RatingCounts {
  const { ratings, scaleMin = 1, scaleMax = 5 } = checkObject('input', input);
  checkScale(scaleMin, scaleMax);
  const { counts, missing } = countPoints('ratings', ratings, scaleMin, scaleMax);
  return withSums(scaleMin, scaleMax, counts, missing);
}

/**
 * Counts of two parts together: exactly the counts of their ratings together, in any order of merging.
 *
 * Formula: every number of the result is the sum of the two.
 *
 * Units: numbers of ratings and scale points.
 *
 * Source: as `ratingCounts`.
 *
 * @throws {TypeError | RangeError} when the scales differ or counts and sums do not belong together.
 * @example
 * mergeRatingCounts({
 *   a: ratingCounts({ ratings: [1, 3], scaleMin: 1, scaleMax: 3 }),
 *   b: ratingCounts({ ratings: [3, null], scaleMin: 1, scaleMax: 3 }),
 * });
 * // => { scaleMin: 1, scaleMax: 3, n: 3, missing: 1, sum: 7, sumSq: 19, counts: [1, 0, 2] }
 */
export function mergeRatingCounts(input: MergeRatingCountsInput): RatingCounts {
  const { a, b } = checkObject('input', input);
  const first = checkRatingCounts('a', a);
  const second = checkRatingCounts('b', b);
  if (first.scaleMin !== second.scaleMin || first.scaleMax !== second.scaleMax) {
    throw new RangeError(
      `b must be on the scale of a, ${first.scaleMin} to ${first.scaleMax}, got ${second.scaleMin} to ${second.scaleMax}`,
    );
  }
  const counts = first.counts.map((count, i) => count + second.counts[i]!);
  return withSums(first.scaleMin, first.scaleMax, counts, first.missing + second.missing);
}
