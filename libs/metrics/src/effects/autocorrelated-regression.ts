import {
  cautiousCorrelation,
  coefficientsOf,
  contrastWeights,
  correlate,
  dot,
  orthonormalDesign,
  residualCorrelation,
} from '../autocorrelation/index.js';
import {
  checkConfidence,
  checkCount,
  checkInteger,
  checkNumber,
  checkNumbers,
  checkObject,
  checkTable,
} from '../checks/index.js';
import { tForConfidence, tTwoSidedP } from '../distributions/index.js';
import { momentsOf } from '../moments/index.js';
import { EXACT_FIT } from '../regression/index.js';

/** Argument of {@link autocorrelatedRegression}. */
export interface AutocorrelatedRegressionInput {
  /** One value per point in time. */
  y: readonly number[];
  /** One row of predictors per value; a column of ones is the intercept. */
  x: readonly (readonly number[])[];
  /** The weight of each coefficient in what is estimated. */
  contrast: readonly number[];
  /** Rising whole numbers, the steps at which the values stand; 0, 1, 2, … when left out. A gap is a missing value. */
  times?: readonly number[];
  /** Above 0, such as the observations behind each value; all alike when left out. */
  weights?: readonly number[];
  /** Lags of the Newey-West error; ⌊4(n/100)^(2/9)⌋ when left out. */
  lag?: number | null;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link autocorrelatedRegression}; every field but `ok` and `n` is `null` when `ok` is false. */
export interface AutocorrelatedRegressionResult {
  /** `false` with no more values than columns, or columns that depend on each other. */
  ok: boolean;
  /** Values. */
  n: number;
  /** Coefficients in the order of the columns. */
  coefficients: number[] | null;
  /** Σ contrast · coefficient. */
  estimate: number | null;
  /** The larger of seAutoregressive and seNeweyWest: what t, p and limits rest on. */
  se: number | null;
  /** As if values did not depend on each other. */
  seOls: number | null;
  /** Allows for any correlation over `lag` steps; too small in short series. */
  seNeweyWest: number | null;
  /** Allows for a correlation that fades as rho, rho², … */
  seAutoregressive: number | null;
  /** Correlation from one step to the next, 0 to 0.98, moved up by half of its standard error. */
  rho: number | null;
  /** Standard deviation of a value of average weight about the fit. */
  sigma: number | null;
  /** What is left of n for the error: n·(1 − rho)/(1 + rho) less the columns; may be negative. */
  df: number | null;
  /** estimate / se; `null` when se is 0 or df below 1. */
  t: number | null;
  /** Two-sided p value; `null` with t. */
  p: number | null;
  /** Lower limit; `null` with t. */
  lower: number | null;
  /** Upper limit; `null` with t. */
  upper: number | null;
}

/**
 * Weighted regression over time with errors that follow each other, for series too short for Newey-West alone.
 *
 * Formula: b minimises Σ w(y − x'b)², w divided by its mean. estimate = Σ c·b = Σ aᵢyᵢ√wᵢ. For residuals e of the weighted
 * fit, ρ is the correlation for which E(Σeₛeₜ)/E(Σe²) is the observed one when errors are correlated by ρ^|s − t|, summed
 * over neighbours, or over all pairs up to min(4, ⌊n/8⌋) steps apart if that gives more; not below 0, plus ½√((1 − ρ²)/n), at
 * most 0.98. σ² = Σe²/tr(MR), M = I − X(X'X)⁻¹X', R = ρ^|s − t|; seAutoregressive² = σ²a'Ra. seNeweyWest as `its`, with
 * n/(n − columns). se = the larger one; limits = estimate ± t(df)·se, df = n(1 − ρ)/(1 + ρ) − columns.
 *
 * Units: those of y. With a residual below 1e-18 of the total sum of squares the fit is exact: se 0, t and p `null`. In
 * simulations without an effect (16 to 78 values, a step or a step and a ramp) the 95 % interval missed 0 in at most 6 % of
 * series with AR(1) errors up to 0.75; in up to 10 % where half of the variance is independent noise over errors of 0.75, and
 * 18 % over errors of 0.9. Newey-West alone missed in up to 45 %.
 *
 * Source: Newey WK, West KD (1987) Econometrica 55:703-708; Bayley GV, Hammersley JM (1946) Supplement to the Journal of the
 * Royal Statistical Society 8:184-197 (effective number of observations); Turner SL et al. (2021) BMC Medical Research
 * Methodology 21:181 (Newey-West too narrow for short interrupted series).
 *
 * @throws {TypeError | RangeError} when a list has another length than `y`, a number is not finite, a weight is not above 0,
 * times are not rising whole numbers, `lag` is not a whole number of at least 0, or `confidence` not inside (0, 1).
 * @example
 * const { estimate, se, rho, df, lower, upper } = autocorrelatedRegression({
 *   y: [3, 4, 3, 5, 4, 4, 7, 8, 7, 6, 8, 7],
 *   x: [[1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]],
 *   contrast: [0, 1],
 * });
 * ({ estimate, se, rho, df, lower, upper });
 * // => { estimate: 3.333333, se: 0.497433, rho: 0.144338, df: 6.972832, lower: 2.156161, upper: 4.510505 }
 */
export function autocorrelatedRegression(input: AutocorrelatedRegressionInput): AutocorrelatedRegressionResult {
  const { y, x, contrast, times, weights, lag, confidence } = checkObject('input', input);
  const values = checkNumbers('y', y);
  const n = values.length;
  const rows = checkTable('x', x);
  sameLength('x', rows.length, n);
  const wanted = checkNumbers('contrast', contrast);
  if (n > 0) sameLength('contrast', wanted.length, rows[0]!.length);
  const at = checkTimes(times, n);
  const roots = rootsOf(weights, n);
  const lags = lag === undefined || lag === null ? Math.floor(4 * (n / 100) ** (2 / 9)) : checkCount('lag', lag);
  const level = checkConfidence(confidence);
  const columns = wanted.map((_, k) => Float64Array.from(rows, (row, i) => row[k]! * roots[i]!));
  const response = Float64Array.from(values, (value, i) => value * roots[i]!);
  const p = columns.length;
  const design = n > p && p > 0 ? orthonormalDesign(columns) : null;
  if (design === null) return withoutFit(n);

  const coefficients = coefficientsOf(design, response);
  const estimate = dot(wanted, coefficients);
  // What is left of a point on its line is rounding, which a standard error must not be made of.
  const rounding = 8 * Number.EPSILON * response.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const residuals = response.map((value, i) => {
    const residual = value - columns.reduce((sum, column, k) => sum + column[i]! * coefficients[k]!, 0);
    return Math.abs(residual) <= rounding ? 0 : residual;
  });
  const left = dot(residuals, residuals);
  const known = { ok: true, n, coefficients, estimate };
  const untested = { t: null, p: null, lower: null, upper: null };
  if (left <= EXACT_FIT * momentsOf(Array.from(response)).squares) {
    const none = { se: 0, seOls: 0, seNeweyWest: 0, seAutoregressive: 0, rho: 0, sigma: 0 };
    return { ...known, ...none, df: n - p, ...untested };
  }
  const shares = contrastWeights(design, wanted);
  const { rho: seen, squaresAt } = residualCorrelation(design.q, at, residuals);
  const rho = cautiousCorrelation(seen, n);
  const variance = left / squaresAt(rho);
  const seAutoregressive = Math.sqrt(variance * dot(shares, correlate(shares, at, rho)));
  const seNeweyWest = Math.sqrt((neweyWest(shares, residuals, at, lags) * n) / (n - p));
  const se = Math.max(seAutoregressive, seNeweyWest);
  const df = (n * (1 - rho)) / (1 + rho) - p;
  const errors = {
    se,
    seOls: Math.sqrt((left / (n - p)) * dot(shares, shares)),
    seNeweyWest,
    seAutoregressive,
    rho,
    sigma: Math.sqrt(variance),
    df,
  };
  if (se === 0 || df < 1) return { ...known, ...errors, ...untested };
  const half = tForConfidence(level, df) * se;
  const t = estimate / se;
  return { ...known, ...errors, t, p: tTwoSidedP(t, df), lower: estimate - half, upper: estimate + half };
}

function sameLength(name: string, length: number, expected: number): void {
  if (length !== expected) throw new RangeError(`${name} must have ${expected} entries, got ${length}`);
}

function checkTimes(times: unknown, n: number): readonly number[] {
  if (times === undefined) return Array.from({ length: n }, (_, i) => i);
  const list = checkNumbers('times', times);
  sameLength('times', list.length, n);
  list.forEach((time, i) => {
    checkInteger(`times[${i}]`, time);
    if (i > 0 && time <= list[i - 1]!)
      throw new RangeError(`times[${i}] must be later than ${list[i - 1]}, got ${time}`);
  });
  return list;
}

/** √(weight / mean weight), so that the residual variance is that of a value of average weight. */
function rootsOf(weights: unknown, n: number): Float64Array {
  if (weights === undefined) return new Float64Array(n).fill(1);
  const list = checkNumbers('weights', weights);
  sameLength('weights', list.length, n);
  list.forEach((weight, i) => checkNumber(`weights[${i}]`, weight, { min: 0, aboveMin: true }));
  const mean = list.reduce((sum, weight) => sum + weight, 0) / n;
  return Float64Array.from(list, (weight) => Math.sqrt(weight / mean));
}

/** Bartlett weights over pairs that are 1 … lag steps apart; a missing value has no pairs. */
function neweyWest(shares: Float64Array, residuals: Float64Array, times: readonly number[], lag: number): number {
  const scores = shares.map((share, i) => share * residuals[i]!);
  let variance = dot(scores, scores);
  for (let i = 0; i < scores.length; i += 1) {
    for (let j = i - 1; j >= 0 && times[i]! - times[j]! <= lag; j -= 1)
      variance += 2 * (1 - (times[i]! - times[j]!) / (lag + 1)) * scores[i]! * scores[j]!;
  }
  // Bartlett weights make this a sum of squares; rounding may still leave it a hair below 0.
  return Math.max(0, variance);
}

function withoutFit(n: number): AutocorrelatedRegressionResult {
  const errors = { se: null, seOls: null, seNeweyWest: null, seAutoregressive: null, rho: null, sigma: null, df: null };
  return { ok: false, n, coefficients: null, estimate: null, ...errors, t: null, p: null, lower: null, upper: null };
}
