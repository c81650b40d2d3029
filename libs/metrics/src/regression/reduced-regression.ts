import { Matrix, QrDecomposition } from 'ml-matrix';
import type { UnitDeviations } from './unit-deviations.js';

/**
 * A least-squares problem on standardised variables, reduced to the size of its predictors: with X = QR and z = Qᵀy,
 * every R² of the model and of its sub-models can be had from R and z, whatever the number of observations, and
 * without squaring the condition as normal equations do.
 */
export interface ReducedRegression {
  /** The k columns of R: RᵀR is the correlation matrix of the predictors. Entries below the diagonal are 0. */
  columns: Float64Array[];
  /** z, of length k: R² of the whole model is Σz². */
  response: Float64Array;
}

/** A diagonal entry of R is the part of a predictor (of length 1) that the predictors before it do not explain. */
const COLLINEAR = 1e-12;

/** Rows that are decomposed at a time: few enough to stay in the processor's cache. */
const BLOCK = 256;

/**
 * Reduces observed variables by Householder QR of [X y]; `null` when a predictor is an exact linear combination of
 * others: the part of it that they leave unexplained is not larger than the rounding of the data.
 */
export function reduceObservations(
  predictors: readonly UnitDeviations[],
  response: UnitDeviations,
): ReducedRegression | null {
  const k = predictors.length;
  const triangle = triangleOf([...predictors, response].map(({ unit }) => unit));
  const column = (j: number) => Float64Array.from({ length: k }, (_, i) => triangle.get(i, j));
  const tolerance = Math.max(COLLINEAR, ...predictors.map(({ rounding }) => 8 * rounding));
  for (let j = 0; j < k; j += 1) if (Math.abs(triangle.get(j, j)) <= tolerance) return null;
  return { columns: Array.from({ length: k }, (_, j) => column(j)), response: column(k) };
}

/** R of the QR decomposition of the columns, block by block: R of [R of the rows so far; the next rows] is R of both. */
function triangleOf(columns: readonly Float64Array[]): Matrix {
  const width = columns.length;
  const n = columns[0]!.length;
  let triangle = Matrix.zeros(width, width);
  for (let start = 0; start < n; start += BLOCK) {
    const stacked = Matrix.zeros(width + Math.min(BLOCK, n - start), width);
    stacked.setSubMatrix(triangle, 0, 0);
    columns.forEach((column, j) =>
      column.subarray(start, start + BLOCK).forEach((value, i) => stacked.set(width + i, j, value)),
    );
    triangle = new QrDecomposition(stacked).upperTriangularMatrix;
  }
  return triangle;
}

/**
 * Reduces given correlations by Cholesky, RᵀR = rxx and Rᵀz = rxy; `null` when rxx is singular or, as can happen to
 * correlations taken pair by pair, not the correlation matrix of any data.
 */
export function reduceCorrelations(
  rxx: readonly (readonly number[])[],
  rxy: readonly number[],
): ReducedRegression | null {
  const k = rxy.length;
  const columns = rxx.map(() => new Float64Array(k));
  const response = new Float64Array(k);
  for (let j = 0; j < k; j += 1) {
    const own = columns[j]!;
    for (let i = 0; i < j; i += 1) own[i] = (rxx[i]![j]! - product(columns[i]!, own, i)) / columns[i]![i]!;
    const pivot = rxx[j]![j]! - product(own, own, j);
    if (!(pivot > k * 4 * Number.EPSILON)) return null;
    own[j] = Math.sqrt(pivot);
    response[j] = (rxy[j]! - product(own, response, j)) / own[j]!;
  }
  return { columns, response };
}

/** Σ a·b over the first `length` entries. */
export function product(a: ArrayLike<number>, b: ArrayLike<number>, length = a.length): number {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** R⁻¹b by back substitution. */
export function solveUpper(columns: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let j = columns.length - 1; j >= 0; j -= 1) {
    const column = columns[j]!;
    x[j]! /= column[j]!;
    for (let i = 0; i < j; i += 1) x[i]! -= x[j]! * column[i]!;
  }
  return x;
}

/** R⁻ᵀb by forward substitution. */
export function solveTransposed(columns: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  columns.forEach((column, j) => {
    x[j] = (b[j]! - product(column, x, j)) / column[j]!;
  });
  return x;
}
