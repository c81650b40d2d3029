import { product, type ReducedRegression } from '../regression/index.js';
import { reduceDriverInput, type DriverInput } from './driver-input.js';

/** Result of {@link lmgShapley}; lists in the order of the predictors, all `null` when not defined. */
export interface LmgShapleyResult {
  /** Explained share of the variance of y, 0 to 1. */
  r2: number | null;
  /** Share of R² that each predictor carries, averaged over all orders of entry; the sum is R². */
  lmg: number[] | null;
  /** 100 · lmg / R² in percent; `null` also when R² is 0. */
  lmgPercent: number[] | null;
  /** R² of the predictor alone: its squared correlation with y. */
  first: number[] | null;
  /** What R² gains when the predictor enters last. */
  last: number[] | null;
}

/** 2²⁰ sub-models take 8 MB and a fraction of a second; every further predictor doubles both. */
const MOST_PREDICTORS = 20;

/**
 * LMG (Shapley) decomposition of R² over correlated predictors.
 *
 * Formula: lmgⱼ = Σ over the subsets S without j of |S|!·(k−|S|−1)!/k! · (R²(S ∪ j) − R²(S)), the mean gain over
 * all k! orders of entry; Σ lmg = R². The 2ᵏ sub-models are walked depth first, each by one orthogonal projection in
 * the k dimensions of the triangular factor, so the cost does not grow with the number of observations.
 *
 * Units: R², lmg, first and last are proportions, 0 to 1; lmgPercent is percent. Rows with a missing value are
 * dropped. A singular predictor matrix, a constant column, n ≤ k + 1 or a missing correlation gives `null`.
 *
 * Source: Lindeman RH, Merenda PF, Gold RZ (1980) Introduction to Bivariate and Multivariate Analysis, p. 119;
 * Grömping U (2006) Journal of Statistical Software 17(1) (relaimpo, swiss).
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, rows are ragged, lengths differ,
 * there are more than 20 predictors, or the correlations are not square, symmetric, with 1 on the diagonal and
 * inside [−1, 1].
 * @example
 * lmgShapley({ rxx: [[1, 0.5], [0.5, 1]], rxy: [0.6, 0.4] });
 * // => {
 * //   r2: 0.373333, lmg: [0.286667, 0.086667], lmgPercent: [76.785714, 23.214286],
 * //   first: [0.360000, 0.160000], last: [0.213333, 0.013333],
 * // }
 */
export function lmgShapley(input: DriverInput): LmgShapleyResult {
  const reduced = reduceDriverInput(input, MOST_PREDICTORS);
  if (reduced === null) return { r2: null, lmg: null, lmgPercent: null, first: null, last: null };
  const k = reduced.columns.length;
  const explained = r2OfSubsets(reduced);
  const whole = explained.length - 1;
  const r2 = explained[whole]!;
  const weights = orderShares(k);
  const lmg = new Array<number>(k).fill(0);
  for (let subset = 1; subset <= whole; subset += 1) {
    const weight = weights[bitCount(subset) - 1]!;
    for (let j = 0; j < k; j += 1) {
      if (subset & (1 << j)) lmg[j]! += weight * (explained[subset]! - explained[subset ^ (1 << j)]!);
    }
  }
  return {
    r2,
    lmg,
    lmgPercent: r2 > 0 ? lmg.map((share) => (100 * share) / r2) : null,
    first: lmg.map((_, j) => explained[1 << j]!),
    last: lmg.map((_, j) => r2 - explained[whole ^ (1 << j)]!),
  };
}

/** R² of every sub-model, indexed by the bit mask of its predictors. */
function r2OfSubsets({ columns, response }: ReducedRegression): Float64Array {
  const k = columns.length;
  const explained = new Float64Array(2 ** k);
  // Per depth, what the predictors chosen so far leave of the later predictors and of the response.
  const left = Array.from({ length: k + 1 }, () => columns.map((column) => Float64Array.from(column)));
  const leftOfResponse = Array.from({ length: k + 1 }, () => Float64Array.from(response));
  const enter = (subset: number, from: number, depth: number): void => {
    for (let j = from; j < k; j += 1) {
      const direction = left[depth]![j]!;
      const length = Math.sqrt(product(direction, direction));
      const gain = product(direction, leftOfResponse[depth]!) / length;
      const grown = subset | (1 << j);
      explained[grown] = explained[subset]! + gain * gain;
      if (j === k - 1) return;
      project(leftOfResponse[depth]!, direction, length, leftOfResponse[depth + 1]!);
      for (let later = j + 1; later < k; later += 1) {
        project(left[depth]![later]!, direction, length, left[depth + 1]![later]!);
      }
      enter(grown, j + 1, depth + 1);
    }
  };
  enter(0, 0, 0);
  return explained.map((share) => Math.min(1, share));
}

/** Writes into `out` what is left of a vector when its part along `direction` is taken out. */
function project(vector: Float64Array, direction: Float64Array, length: number, out: Float64Array): void {
  const along = product(vector, direction) / (length * length);
  for (let i = 0; i < vector.length; i += 1) out[i] = vector[i]! - along * direction[i]!;
}

/** For each size s of S: the share s!(k−s−1)!/k! of all orders in which exactly S stands before j. */
function orderShares(k: number): number[] {
  const shares = [1 / k];
  for (let size = 1; size < k; size += 1) shares.push((shares[size - 1]! * size) / (k - size));
  return shares;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
