import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { product } from '../regression/index.js';
import { reduceDriverInput, type DriverInput } from './driver-input.js';

/** Result of {@link relativeWeights}; all `null` when the weights are not defined. */
export interface RelativeWeightsResult {
  /** Explained share of the variance of y, 0 to 1. */
  r2: number | null;
  /** One weight per predictor, in the order of the predictors; not negative, their sum is R². */
  raw: number[] | null;
  /** 100 · raw / R² in percent; `null` also when R² is 0. */
  rescaled: number[] | null;
}

/**
 * Johnson's relative weights: how much of R² each of several correlated predictors carries.
 *
 * Formula: Rxx = V·D·V'; Λ = V·√D·V' are the loadings of the predictors on their nearest orthogonal counterparts;
 * β = Λ⁻¹·r_xy; rawⱼ = Σₖ Λⱼₖ²·βₖ²; Σ raw = R². From observations Λ is taken from the singular values of the
 * standardised data, so that its condition is not squared.
 *
 * Units: R² and raw are proportions, 0 to 1; rescaled is percent. Rows with a missing value are dropped. A singular
 * predictor matrix, a constant column, n ≤ k + 1 or a missing correlation gives `null`.
 *
 * Source: Johnson JW (2000) Multivariate Behavioral Research 35:1-19; Tonidandel S, LeBreton JM (2011) Journal of
 * Business and Psychology 26:1-9; R rwa.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, rows are ragged, lengths differ, or
 * the correlations are not square, symmetric, with 1 on the diagonal and inside [−1, 1].
 * @example
 * relativeWeights({ rxx: [[1, 0.5], [0.5, 1]], rxy: [0.6, 0.4] });
 * // => { r2: 0.373333, raw: [0.286667, 0.086667], rescaled: [76.785714, 23.214286] }
 */
export function relativeWeights(input: DriverInput): RelativeWeightsResult {
  const reduced = reduceDriverInput(input);
  if (reduced === null) return { r2: null, raw: null, rescaled: null };
  const { columns, response } = reduced;
  const k = columns.length;
  const triangle = new Matrix(k, k);
  columns.forEach((column, j) => column.forEach((entry, i) => triangle.set(i, j, entry)));
  const { leftSingularVectors: U, rightSingularVectors: V, diagonal } = new SingularValueDecomposition(triangle);
  const loadings = V.mmul(Matrix.diag(diagonal)).mmul(V.transpose());
  const betas = V.mmul(U.transpose()).mmul(Matrix.columnVector(response)).to1DArray();
  const squares = betas.map((beta) => beta * beta);
  const raw = columns.map((_, j) =>
    product(
      loadings.getRow(j).map((entry) => entry * entry),
      squares,
    ),
  );
  const r2 = Math.min(1, product(response, response));
  return { r2, raw, rescaled: r2 > 0 ? raw.map((weight) => (100 * weight) / r2) : null };
}
