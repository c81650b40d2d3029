import { checkArray, checkObject, checkOneOf, checkSameLength, checkTable, isGiven } from '../checks/index.js';
import { describe } from '../checks/describe.js';
import { CompensatedSum } from '../moments/index.js';

/**
 * How much two ratings agree that are not the same: not at all ("unweighted", also called "none"), or by their
 * distance on the scale.
 */
export type KappaWeights = 'unweighted' | 'none' | 'linear' | 'quadratic';

/** Name of a category. */
export type Category = string | number;

/** Ratings of two raters counted: `table[i][j]` is how often the first said category i and the second j. */
export interface KappaTable {
  /** Square table of whole numbers, categories in order. */
  table: readonly (readonly number[])[];
}

/** Ratings of two raters, pair by pair. */
export interface KappaRatings {
  /** Ratings of the first rater; `null` is missing. */
  rater1: readonly (Category | null)[];
  /** Ratings of the second rater, in the same order. */
  rater2: readonly (Category | null)[];
  /** All categories of the scale in order, those that nobody used included. */
  categories: readonly Category[];
}

/** Argument of {@link weightedKappa}. */
export type WeightedKappaInput = (KappaTable | KappaRatings) & {
  /** Weights of partial agreement; "unweighted" when left out. */
  weights?: KappaWeights;
};

/** Result of {@link weightedKappa}; all but n `null` when n = 0. */
export interface WeightedKappaResult {
  /** Pairs with both ratings. */
  n: number;
  /** Observed (weighted) agreement, 0 to 1. */
  po: number | null;
  /** Agreement expected by chance, 0 to 1. */
  pe: number | null;
  /** At most 1; 0 is chance; `null` when both raters use one and the same category only. */
  kappa: number | null;
  /** Large-sample standard error, for an interval. */
  se: number | null;
  /** Large-sample standard error if kappa were 0, for a test. */
  se0: number | null;
}

function countTable({ rater1, rater2, categories }: KappaRatings): number[][] {
  const index = new Map<unknown, number>();
  checkArray('categories', categories).forEach((category, i) => {
    if (typeof category !== 'string' && !Number.isFinite(category)) {
      throw new TypeError(`categories[${i}] must be text or a finite number, got ${describe(category)}`);
    }
    if (index.has(category)) throw new RangeError(`categories[${i}] must be different from the categories before it`);
    index.set(category, i);
  });
  checkSameLength('rater1', checkArray('rater1', rater1), 'rater2', checkArray('rater2', rater2));
  const indexOf = (name: string, ratings: readonly (Category | null)[], pair: number): number | null => {
    const rating = ratings[pair]!;
    if (rating === null) return null;
    const found = index.get(rating);
    if (found !== undefined) return found;
    const message = `${name}[${pair}] must be one of the ${index.size} categories or null, got ${describe(rating)}`;
    throw typeof rating === 'string' || typeof rating === 'number' ? new RangeError(message) : new TypeError(message);
  };
  const table = Array.from(categories, () => Array<number>(categories.length).fill(0));
  for (let pair = 0; pair < rater1.length; pair += 1) {
    const i = indexOf('rater1', rater1, pair);
    const j = indexOf('rater2', rater2, pair);
    if (i !== null && j !== null) table[i]![j]! += 1;
  }
  return table;
}

function checkSquare(value: KappaTable['table']): readonly (readonly number[])[] {
  const table = checkTable('table', value, { integer: true, min: 0, max: Number.MAX_SAFE_INTEGER });
  if (table.length > 0 && table[0]!.length !== table.length) {
    throw new RangeError(`table must have as many columns as rows (${table.length}), got ${table[0]!.length}`);
  }
  return table;
}

/** Disagreement 1 − w of categories i and j. */
function disagreement(weights: KappaWeights, i: number, j: number, k: number): number {
  if (i === j) return 0;
  if (weights === 'unweighted' || weights === 'none') return 1;
  const distance = Math.abs(i - j) / (k - 1);
  return weights === 'linear' ? distance : distance * distance;
}

/** Variance of a value per cell under probabilities per cell. */
function varianceOver(
  k: number,
  probability: (i: number, j: number) => number,
  value: (i: number, j: number) => number,
) {
  const mean = new CompensatedSum();
  const squares = new CompensatedSum();
  const each = (visit: (i: number, j: number) => void) => {
    for (let i = 0; i < k; i += 1) for (let j = 0; j < k; j += 1) visit(i, j);
  };
  each((i, j) => mean.add(probability(i, j) * value(i, j)));
  each((i, j) => squares.add(probability(i, j) * (value(i, j) - mean.value) ** 2));
  return squares.value;
}

/**
 * Cohen's kappa: agreement of two raters beyond chance, unweighted or with weights for partial agreement.
 *
 * Formula: po = Σ w·p(i,j), pe = Σ w·p(i.)·p(.j), kappa = (po − pe)/(1 − pe). Agreement weights w for categories i and
 * j of k in order: unweighted 1 on the diagonal and 0 elsewhere; linear 1 − |i−j|/(k−1); quadratic 1 − ((i−j)/(k−1))².
 * Computed from the disagreements 1 − w as 1 − qo/qe, which is exact where agreement is complete. Standard errors by
 * Fleiss, Cohen & Everitt: se = √(Var over cells of (v̄ᵢ + v̄ⱼ)qo − v·qe)/(√n·qe²), v = 1 − w, v̄ᵢ and v̄ⱼ its means by
 * the other rater's margin; se0 = √(Var under chance of v − v̄ᵢ − v̄ⱼ)/(√n·qe).
 *
 * Units: none; kappa at most 1. Pairs with a missing rating are dropped. Categories come from the scale and not from
 * the data: an unused one changes the weights.
 *
 * Source: Cohen J (1968) Psychological Bulletin 70:213-220; Fleiss, Cohen & Everitt (1969) 72:323-327; R vcd `Kappa`,
 * psych `cohen.kappa`.
 *
 * @throws {TypeError | RangeError} when the table is not square or has anything but whole numbers of at least 0, the
 * lists differ in length, a rating is not a category or `null`, or `weights` has another name.
 * @example
 * weightedKappa({ table: [[88, 14, 18], [10, 40, 10], [2, 6, 12]] });
 * // => { n: 200, po: 0.7, pe: 0.41, kappa: 0.491525, se: 0.051002, se0: 0.051979 }
 */
export function weightedKappa(input: WeightedKappaInput): WeightedKappaResult {
  const { weights = 'unweighted' } = checkObject('input', input);
  checkOneOf('weights', weights, ['unweighted', 'none', 'linear', 'quadratic']);
  const table = isGiven(input, 'table', 'rater1') ? checkSquare(input.table) : countTable(input as KappaRatings);
  const k = table.length;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { n, po: null, pe: null, kappa: null, se: null, se0: null };

  const v = (i: number, j: number) => disagreement(weights, i, j, k);
  const observed = (i: number, j: number) => table[i]![j]! / n;
  const byChance = (i: number, j: number) => (rows[i]! / n) * (columns[j]! / n);
  const rowMeans = table.map((_, i) => columns.reduce((sum, count, j) => sum + v(i, j) * count, 0) / n);
  const columnMeans = table.map((_, j) => rows.reduce((sum, count, i) => sum + v(i, j) * count, 0) / n);
  const margins = (i: number, j: number) => rowMeans[i]! + columnMeans[j]!;
  const qo = table.reduce((sum, row, i) => row.reduce((part, count, j) => part + v(i, j) * count, sum), 0) / n;
  const qe = rowMeans.reduce((sum, mean, i) => sum + mean * rows[i]!, 0) / n;
  const agreement = { n, po: 1 - qo, pe: 1 - qe };
  if (qe === 0) return { ...agreement, kappa: null, se: null, se0: null };
  const variance = varianceOver(k, observed, (i, j) => margins(i, j) * qo - v(i, j) * qe);
  const variance0 = varianceOver(k, byChance, (i, j) => v(i, j) - margins(i, j));
  return {
    ...agreement,
    kappa: 1 - qo / qe,
    se: Math.sqrt(variance / n) / (qe * qe),
    se0: Math.sqrt(variance0 / n) / qe,
  };
}
