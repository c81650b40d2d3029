import { checkArray, checkFinite, checkInteger, checkObject, checkOneOf, checkTableOrNull } from '../checks/index.js';
import { sumOf } from '../moments/index.js';
import { columnsOf, covariances, pairwiseCovariances } from './covariance-matrix.js';

/** Which rows enter: complete ones only, or for each pair of items those with both answers. */
export type MissingItems = 'listwise' | 'pairwise';

/** Argument of {@link cronbachAlpha}. */
export interface CronbachAlphaInput {
  /** One row per respondent, one column per item; `null` is a missing answer. */
  data: readonly (readonly (number | null)[])[];
  /** Treatment of missing answers; "listwise" when left out. */
  missing?: MissingItems;
  /** Items (0-based) whose answers are turned around, x → scaleMin + scaleMax − x; needs the scale. */
  reversedItems?: readonly number[] | null;
  /** Lowest point of the answer scale; answers below it are refused. */
  scaleMin?: number | null;
  /** Highest point of the answer scale; answers above it are refused. */
  scaleMax?: number | null;
}

/** Result of {@link cronbachAlpha}. Coefficients are at most 1 and can be negative. */
export interface CronbachAlphaResult {
  /** Alpha of the items as they are scored; `null` for fewer than 2 items or respondents, or without variance. */
  alpha: number | null;
  /** Alpha of standardised items; `null` also when an item is constant. */
  standardized: number | null;
  /** Items. */
  k: number;
  /** Respondents that enter: complete ones (listwise), or those with any answer (pairwise). */
  nUsed: number;
  /** Respondents in the data. */
  nTotal: number;
  /** Alpha without each item; `null` entries for fewer than 3 items. */
  alphaIfDeleted: (number | null)[];
  /** Correlation of each item with the sum of the others; `null` entries when pairwise or without variance. */
  itemRestCorrelation: (number | null)[];
}

/** Covariances; `null` where no pair of answers gives one. */
type Matrix = readonly (readonly (number | null)[])[];

/** Sum of all entries; `null` when one is missing, or when it is 0 but for rounding. */
function sumOfEntries(matrix: Matrix): number | null {
  let sum = 0;
  let size = 0;
  for (const entry of matrix.flat()) {
    if (entry === null) return null;
    sum += entry;
    size += Math.abs(entry);
  }
  return Math.abs(sum) <= 1e-13 * size ? null : sum;
}

/** The matrix without the row and the column of one item. */
function without(matrix: Matrix, item: number): Matrix {
  return matrix.toSpliced(item, 1).map((row) => row.toSpliced(item, 1));
}

/** Alpha of the items of a covariance matrix; `null` for fewer than 2 items or without variance. */
function alphaOf(matrix: Matrix): number | null {
  const k = matrix.length;
  const total = sumOfEntries(matrix);
  if (k < 2 || total === null) return null;
  const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
  return (k / (k - 1)) * (1 - trace / total);
}

function standardizedAlpha(matrix: Matrix): number | null {
  const k = matrix.length;
  if (k < 2 || matrix.some((row, i) => row.includes(null) || !(row[i]! > 0))) return null;
  let sum = 0;
  matrix.forEach((row, i) =>
    row.forEach((entry, j) => {
      if (i < j) sum += entry! / Math.sqrt(row[i]! * matrix[j]![j]!);
    }),
  );
  const mean = sum / ((k * (k - 1)) / 2);
  const denominator = 1 + (k - 1) * mean;
  return Math.abs(denominator) <= 1e-13 ? null : (k * mean) / denominator;
}

function restCorrelation(matrix: Matrix, item: number): number | null {
  const variance = matrix[item]![item]!;
  const rest = sumOfEntries(without(matrix, item));
  if (!(variance > 0) || rest === null || rest <= 0) return null;
  const covariance = sumOf(matrix[item]!.toSpliced(item, 1) as number[]);
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance * rest)));
}

/** The checked table with the reversed items turned around. */
function scoredTable(input: CronbachAlphaInput): readonly (readonly (number | null)[])[] {
  const scaleMin = input.scaleMin == null ? undefined : checkFinite('scaleMin', input.scaleMin);
  const scaleMax = input.scaleMax == null ? undefined : checkFinite('scaleMax', input.scaleMax);
  if (scaleMin !== undefined && scaleMax !== undefined && scaleMax <= scaleMin) {
    throw new RangeError(`scaleMax must be a finite number greater than ${scaleMin}, got ${scaleMax}`);
  }
  const rows = checkTableOrNull('data', input.data, {
    ...(scaleMin !== undefined && { min: scaleMin }),
    ...(scaleMax !== undefined && { max: scaleMax }),
  });
  const reversed = new Set<number>();
  checkArray('reversedItems', input.reversedItems ?? []).forEach((item, i) => {
    // Without respondents nobody knows how many items there are.
    reversed.add(checkInteger(`reversedItems[${i}]`, item, 0, rows.length > 0 ? rows[0]!.length - 1 : undefined));
  });
  if (reversed.size > 0 && (scaleMin === undefined || scaleMax === undefined)) {
    throw new TypeError('scaleMin and scaleMax must be finite numbers when there are reversedItems');
  }
  if (reversed.size === 0) return rows;
  const mirrored = (scaleMin ?? 0) + (scaleMax ?? 0);
  return rows.map((row) => row.map((x, j) => (x !== null && reversed.has(j) ? mirrored - x : x)));
}

/**
 * Cronbach's alpha: how far the items of a scale vary together.
 *
 * Formula: α = k/(k−1)·(1 − trace(C)/sum(C)), C the sample covariance matrix (n − 1) of the k items;
 * standardized = k·r̄/(1+(k−1)·r̄), r̄ the mean correlation. Listwise: complete rows only; pairwise: each covariance
 * from the rows with both answers. alphaIfDeleted is α without the item; itemRestCorrelation the correlation of the
 * item with the sum of the others (listwise only).
 *
 * Units: none; at most 1. Negative values are reported, never clamped: they say that items run against each other
 * (a reversed one, most often). A constant item counts in k.
 *
 * Source: Cronbach LJ (1951) Psychometrika 16:297-334; R psych `alpha`.
 *
 * @throws {TypeError | RangeError} when the table is ragged, an answer is not a finite number (on the scale, if one is
 * named) or `null`, `missing` has another name, or a reversed item is not a column or lacks a scale.
 * @example
 * cronbachAlpha({ data: [[3, 4, 3], [5, 5, 4], [1, 2, 2], [4, 4, 5], [null, 1, 2]] });
 * // => {
 * //   alpha: 0.933673, standardized: 0.940182, k: 3, nUsed: 4, nTotal: 5,
 * //   alphaIfDeleted: [0.835821, 0.888889, 0.961538], itemRestCorrelation: [0.970569, 0.899229, 0.789352],
 * // }
 */
export function cronbachAlpha(input: CronbachAlphaInput): CronbachAlphaResult {
  const { missing = 'listwise' } = checkObject('input', input);
  const pairwise = checkOneOf('missing', missing, ['listwise', 'pairwise']) === 'pairwise';
  const rows = scoredTable(input);
  const used = rows.filter((row) => (pairwise ? row.some((x) => x !== null) : !row.includes(null)));
  const k = rows[0]?.length ?? 0;
  const sizes = { k, nUsed: used.length, nTotal: rows.length };
  if (k < 2 || used.length < 2) {
    const none = Array<null>(k).fill(null);
    return { alpha: null, standardized: null, ...sizes, alphaIfDeleted: none, itemRestCorrelation: [...none] };
  }
  const C: Matrix = pairwise ? pairwiseCovariances(columnsOf(used)) : covariances(columnsOf(used));
  return {
    alpha: alphaOf(C),
    standardized: standardizedAlpha(C),
    ...sizes,
    // An item that nobody answered has no covariances, but alpha without it has all that it needs.
    alphaIfDeleted: C.map((_, i) => alphaOf(without(C, i))),
    itemRestCorrelation: C.map((_, i) => (pairwise ? null : restCorrelation(C, i))),
  };
}
