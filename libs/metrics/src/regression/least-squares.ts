import { tTwoSidedP } from '../distributions/index.js';
import { product, reduceObservations, solveTransposed, solveUpper } from './reduced-regression.js';
import { unitDeviations, type UnitDeviations } from './unit-deviations.js';

/** One slope of a fitted model. */
export interface Slope {
  b: number;
  se: number;
  /** `null` with `p` when the fit is exact and there is nothing to test against. */
  t: number | null;
  p: number | null;
  beta: number;
  vif: number;
}

/** An ordinary least-squares fit with intercept. */
export interface LeastSquaresFit {
  r2: number;
  /** (1 − R²), from the residuals and not by subtraction. */
  unexplained: number;
  /** Residual degrees of freedom, n − k − 1. */
  df: number;
  intercept: number;
  interceptSe: number;
  slopes: Slope[];
}

/** Below this share of the total sum of squares a residual is rounding: the fit is exact. */
export const EXACT_FIT = 1e-18;

/**
 * Ordinary least squares with intercept, by QR of the centred and scaled columns; `null` when it has no answer:
 * a constant column or response, n ≤ k + 1, or exact collinearity.
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
): LeastSquaresFit | null {
  const n = response.length;
  const k = columns.length;
  const df = n - k - 1;
  if (df < 1) return null;
  const y = unitDeviations(response);
  const xs = columns.map((column) => unitDeviations(column)).filter((x) => x !== null);
  if (y === null || xs.length < k) return null;
  const reduced = reduceObservations(xs, y);
  if (reduced === null) return null;
  const triangle = reduced.columns;
  const first = solveUpper(triangle, reduced.response);
  // One step of refinement on the residuals themselves takes out what the rounding of the decomposition has cost.
  const gradient = Float64Array.from(xs, ({ unit }) => product(unit, residuals(y, xs, first)));
  const correction = solveUpper(triangle, solveTransposed(triangle, gradient));
  const betas = first.map((beta, j) => beta + correction[j]!);
  const error = residuals(y, xs, betas);
  const exact = product(error, error) < EXACT_FIT;
  const unexplained = exact ? 0 : product(error, error);
  const sigma = Math.sqrt(unexplained / df) * y.norm;
  const inverse = rowNormsOfInverse(triangle);
  const slopes = xs.map(({ norm }, j) => {
    const b = (betas[j]! * y.norm) / norm;
    const se = (sigma * inverse[j]!) / norm;
    const t = exact ? null : b / se;
    return { b, se, t, p: t === null ? null : tTwoSidedP(t, df), beta: betas[j]!, vif: inverse[j]! ** 2 };
  });
  const centre = solveTransposed(
    triangle,
    Float64Array.from(xs, ({ mean, norm }) => mean / norm),
  );
  return {
    r2: Math.min(1, product(reduced.response, reduced.response)),
    unexplained,
    df,
    intercept: slopes.reduce((sum, { b }, j) => sum - b * xs[j]!.mean, y.mean),
    interceptSe: sigma * Math.sqrt(1 / n + product(centre, centre)),
    slopes,
  };
}

/** y − Xβ, all in standardised units. */
function residuals(y: UnitDeviations, xs: readonly UnitDeviations[], betas: Float64Array): Float64Array {
  const left = Float64Array.from(y.unit);
  xs.forEach(({ unit }, j) => {
    for (let i = 0; i < left.length; i += 1) left[i]! -= betas[j]! * unit[i]!;
  });
  return left;
}

/** The length of each row of R⁻¹: its square is the predictor's variance inflation factor. */
function rowNormsOfInverse(triangle: readonly Float64Array[]): Float64Array {
  const k = triangle.length;
  const squares = new Float64Array(k);
  for (let j = 0; j < k; j += 1) {
    const unit = new Float64Array(k);
    unit[j] = 1;
    solveUpper(triangle, unit).forEach((entry, i) => (squares[i]! += entry * entry));
  }
  return squares.map(Math.sqrt);
}
