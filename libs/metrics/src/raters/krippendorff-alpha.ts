import { checkObject, checkOneOf, checkTableOrNull } from '../checks/index.js';
import { CompensatedSum, momentsOf } from '../moments/index.js';
import { ratioDisagreement } from './ratio-disagreement.js';

/** Level of measurement of the ratings, which says how far apart two of them are. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Argument of {@link krippendorffAlpha}. */
export interface KrippendorffAlphaInput {
  /** One row per rater, one column per unit; `null` where a rater did not rate the unit. */
  ratings: readonly (readonly (number | null)[])[];
  /** Level of measurement; `ratio` takes ratings of at least 0 only. */
  level: MeasurementLevel;
}

/** Result of {@link krippendorffAlpha}. */
export interface KrippendorffAlphaResult {
  /** Units with at least two ratings. */
  pairableUnits: number;
  /** Ratings in those units. */
  pairableValues: number;
  /** 1 for perfect agreement, 0 for chance, below 0 for systematic disagreement; `null` without any variation. */
  alpha: number | null;
}

/**
 * Krippendorff's alpha: agreement of any number of raters, with missing ratings, at four levels of measurement.
 *
 * Formula: α = 1 − (n−1)·Σ o(c,k)δ²(c,k) / Σ n(c)n(k)δ²(c,k), with o the coincidences of values c and k within units
 * of m ≥ 2 ratings, each pair weighing 1/(m−1), n(c) the pairable ratings of value c, and δ² by level:
 * nominal 1 for c ≠ k; ordinal (Σ n(g) for g from c to k, less (n(c)+n(k))/2)²; interval (c−k)²; ratio ((c−k)/(c+k))².
 *
 * Units: none; at most 1. Units with fewer than two ratings are left out. Where no pairable value differs from
 * another, agreement cannot be told from a lack of variation (0/0): `null`, not 1.
 *
 * Cost: linear for nominal, interval and ratio, n·log n for ordinal.
 *
 * Source: Krippendorff K (2011) Computing Krippendorff's Alpha-Reliability, Univ. of Pennsylvania; Krippendorff
 * (2004) Content Analysis, 2nd ed., ch. 11; R irr `kripp.alpha`.
 *
 * @throws {TypeError | RangeError} when the table is ragged, a rating is not a finite number or `null`, negative at
 * the ratio level, or the level has another name.
 * @example
 * krippendorffAlpha({
 *   ratings: [
 *     [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
 *     [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
 *     [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
 *     [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
 *   ],
 *   level: 'ordinal',
 * });
 * // => { pairableUnits: 11, pairableValues: 40, alpha: 0.815388 }
 */
export function krippendorffAlpha(input: KrippendorffAlphaInput): KrippendorffAlphaResult {
  const { ratings, level } = checkObject('input', input);
  checkOneOf('level', level, LEVELS);
  const table = checkTableOrNull('ratings', ratings, level === 'ratio' ? { min: 0 } : {});
  const units = pairableUnits(table);
  const pairableValues = units.reduce((sum, unit) => sum + unit.length, 0);
  return {
    pairableUnits: units.length,
    pairableValues,
    alpha: pairableValues === 0 ? null : alphaOf(units, pairableValues, level),
  };
}

function pairableUnits(table: readonly (readonly (number | null)[])[]): number[][] {
  const units: number[][] = Array.from({ length: table[0]?.length ?? 0 }, () => []);
  for (const row of table) row.forEach((rating, unit) => rating !== null && units[unit]!.push(rating));
  return units.filter((unit) => unit.length >= 2);
}

/**
 * With D(list) = Σ δ² over the ordered pairs of a list, the two sums of the formula are Σ D(unit)/(m−1) and D(all):
 * no coincidence matrix has to be built.
 */
function alphaOf(units: readonly number[][], n: number, level: MeasurementLevel): number | null {
  const { values, disagreement } = metricOf(units, level);
  const expected = disagreement(values.flat());
  if (expected === 0) return null;
  const observed = new CompensatedSum();
  for (const unit of values) observed.add(disagreement(unit) / (unit.length - 1));
  return 1 - ((n - 1) * observed.value) / expected;
}

interface Metric {
  /** The ratings of each unit, mapped to where the metric measures them. */
  values: readonly number[][];
  /** Σ δ² over the ordered pairs of a list of such values. */
  disagreement(list: readonly number[]): number;
}

function metricOf(units: readonly number[][], level: MeasurementLevel): Metric {
  switch (level) {
    case 'nominal':
      return { values: units, disagreement: unequalPairs };
    case 'interval':
      return { values: units, disagreement: squaredDistances };
    case 'ordinal':
      return { values: midranks(units), disagreement: squaredDistances };
    case 'ratio':
      return { values: units, disagreement: squaredRatios };
  }
}

function frequencies(list: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function unequalPairs(list: readonly number[]): number {
  let equal = 0;
  for (const count of frequencies(list).values()) equal += count * count;
  return list.length * list.length - equal;
}

/** Σ (c−k)² over ordered pairs is 2m·Σ(c−mean)². */
function squaredDistances(list: readonly number[]): number {
  return 2 * list.length * momentsOf(list).squares;
}

function squaredRatios(list: readonly number[]): number {
  return ratioDisagreement([...frequencies(list)]);
}

/**
 * The ordinal distance of c and k is the distance of their mid-ranks: with N(c) the ratings up to and including c,
 * Σ n(g) for g from c to k, less (n(c)+n(k))/2, equals |(N(k) − n(k)/2) − (N(c) − n(c)/2)|.
 */
function midranks(units: readonly number[][]): number[][] {
  const counts = [...frequencies(units.flat())].sort(([a], [b]) => a - b);
  const rank = new Map<number, number>();
  let before = 0;
  for (const [value, count] of counts) {
    rank.set(value, before + count / 2);
    before += count;
  }
  return units.map((unit) => unit.map((value) => rank.get(value)!));
}
