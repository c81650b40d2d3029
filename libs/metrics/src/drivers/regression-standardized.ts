import { checkArray, checkObject, checkUniqueNames } from '../checks/index.js';
import { completeObservations, leastSquares } from '../regression/index.js';

/** Argument of {@link regressionStandardized}. */
export interface RegressionStandardizedInput {
  /** One different name per column of `X`. */
  names: readonly string[];
  /** The response, one value per row of `X`; `null` is a missing value. */
  y: readonly (number | null)[];
  /** The predictors, one row per observation; `null` is a missing value. */
  X: readonly (readonly (number | null)[])[];
}

/** One predictor of {@link regressionStandardized}. */
export interface StandardizedCoefficient {
  /** Slope: units of y for one unit of x. */
  b: number;
  /** Standard error of `b`; 0 when the fit is exact. */
  se: number;
  /** b / se with n − k − 1 degrees of freedom; `null` when the fit is exact. */
  t: number | null;
  /** Two-sided p value of `t`; `null` when the fit is exact. */
  p: number | null;
  /** Standardised slope: standard deviations of y for one standard deviation of x. */
  beta: number;
  /** Variance inflation factor, at least 1. */
  vif: number;
}

/** Result of {@link regressionStandardized}; every field but `n` and `ok` is `null` when `ok` is false. */
export interface RegressionStandardizedResult {
  /** Complete rows. */
  n: number;
  /** `false` with perfect collinearity, a constant column or response, or n ≤ k + 1. */
  ok: boolean;
  /** Explained share of the variance of y, 0 to 1. */
  r2: number | null;
  /** 1 − (1 − R²)(n − 1)/(n − k − 1); can be negative. */
  adjR2: number | null;
  /** F statistic of the whole model with k and `df` degrees of freedom; `null` when the fit is exact. */
  f: number | null;
  /** Residual degrees of freedom, n − k − 1. */
  df: number | null;
  /** Intercept, in the unit of y. */
  intercept: number | null;
  /** Standard error of the intercept. */
  interceptSe: number | null;
  /** The predictors by name. */
  coefficients: Record<string, StandardizedCoefficient> | null;
}

/**
 * Multiple regression with standardised slopes, t tests and variance inflation.
 *
 * Formula: y = b₀ + Σ bⱼxⱼ + e by least squares; s² = SSE/(n−k−1); se(bⱼ)² = s²·[(X'X)⁻¹]ⱼⱼ; t = bⱼ/se(bⱼ);
 * βⱼ = bⱼ·sd(xⱼ)/sd(y); VIFⱼ = 1/(1−R²ⱼ) with R²ⱼ from the regression of xⱼ on the other predictors;
 * F = (R²/k) / ((1−R²)/(n−k−1)). Solved by QR of the centred and scaled columns, not by normal equations.
 *
 * Units: b in units of y per unit of x; beta, VIF, t, F and R² have none. Rows with a missing value are dropped. A
 * residual below 1e-18 of the total sum of squares is an exact fit: standard errors 0, t, p and F `null`.
 *
 * Source: NIST Statistical Reference Datasets (Longley, certified values); R `lm`, car `vif`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, rows are ragged, lengths differ, or
 * a name is empty or repeated.
 * @example
 * regressionStandardized({
 *   names: ['ease', 'speed'],
 *   y: [3, 4, 6, 7, 9, 8],
 *   X: [[1, 2], [2, 1], [3, 4], [4, 3], [5, 6], [6, 5]],
 * });
 * // => {
 * //   n: 6, ok: true, r2: 0.937888, adjR2: 0.896480, f: 22.65000, df: 3, intercept: 1.791667, interceptSe: 0.719680,
 * //   coefficients: {
 * //     ease: { b: 0.791667, se: 0.318234, t: 2.487684, p: 0.088665, beta: 0.639329, vif: 3.190104 },
 * //     speed: { b: 0.458333, se: 0.318234, t: 1.440238, p: 0.245429, beta: 0.370138, vif: 3.190104 },
 * //   },
 * // }
 */
export function regressionStandardized(input: RegressionStandardizedInput): RegressionStandardizedResult {
  const { names, y, X } = checkObject('input', input);
  const labels = checkUniqueNames('names', checkArray('names', names));
  const called = { response: 'y', table: 'X', names: 'names' };
  const { n, response, columns } = completeObservations(called, y, X, labels.length);
  const k = labels.length;
  const fit = k > 0 ? leastSquares(columns, response) : null;
  if (fit === null) {
    const nothing = { r2: null, adjR2: null, f: null, df: null, intercept: null, interceptSe: null };
    return { n, ok: false, ...nothing, coefficients: null };
  }
  const { r2, unexplained, df, intercept, interceptSe } = fit;
  return {
    n,
    ok: true,
    r2,
    adjR2: 1 - (unexplained * (n - 1)) / df,
    f: unexplained === 0 ? null : r2 / k / (unexplained / df),
    df,
    intercept,
    interceptSe,
    coefficients: Object.fromEntries(labels.map((name, j) => [name, fit.slopes[j]!])),
  };
}
