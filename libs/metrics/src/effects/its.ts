import { checkConfidence, checkCount, checkNumbersOrNull, checkObject } from '../checks/index.js';
import { tForConfidence, tTwoSidedP } from '../distributions/index.js';
import { momentsOf } from '../moments/index.js';
import { EXACT_FIT } from '../regression/index.js';
import { estimateOf, neweyWestVariance, segmentedLine, weightsOf, type Contrast } from '../segmented/index.js';

/** Argument of {@link its}. */
export interface ItsInput {
  /** One value per point in time, evenly spaced; a missing value (`null`) leaves the model undefined. */
  values: readonly (number | null)[];
  /** Index of the first value after the intervention. */
  interventionIndex: number;
  /** Lags over which residuals may be correlated: a whole number of at least 0; ⌊4(n/100)^(2/9)⌋ when left out. */
  lag?: number | null;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** One coefficient of {@link its}. */
export interface ItsCoefficient {
  estimate: number;
  /** Newey-West standard error, which allows for autocorrelation; 0 when the fit is exact. */
  seNeweyWest: number;
  /** Ordinary standard error, too small for most series; 0 when the fit is exact. */
  seOls: number;
  /** estimate / seNeweyWest with n − 4 degrees of freedom; `null` when the fit is exact. */
  t: number | null;
  /** Two-sided p value of `t`; `null` when the fit is exact. */
  p: number | null;
  /** Lower limit, from seNeweyWest. */
  lower: number;
  /** Upper limit, from seNeweyWest. */
  upper: number;
}

/** Result of {@link its}; every field but `ok` and `n` is `null` when `ok` is false. */
export interface ItsResult {
  /** `false` with fewer than 2 points on a side, n ≤ 4 or a missing value. */
  ok: boolean;
  /** Points of the series. */
  n: number;
  /** The lag that was used. */
  lag: number | null;
  /** Explained share of the variance, 0 to 1; `null` for a constant series. */
  r2: number | null;
  /** Durbin-Watson statistic, 0 to 4, near 2 without autocorrelation; `null` when the fit is exact. */
  durbinWatson: number | null;
  /** Level one step before the first point, in the unit of the values. */
  intercept: ItsCoefficient | null;
  /** Change per step before the intervention. */
  preSlope: ItsCoefficient | null;
  /** Jump at the first point after the intervention. */
  levelChange: ItsCoefficient | null;
  /** Change of the slope from the intervention on. */
  slopeChange: ItsCoefficient | null;
  /** How far the last point of the model lies from where the first line would have led. */
  effectAtEnd: number | null;
  /** Newey-West standard error of `effectAtEnd`. */
  effectAtEndSe: number | null;
}

/**
 * Interrupted time series: segmented regression with autocorrelation-robust standard errors.
 *
 * Formula: yₜ = b₀ + b₁t + b₂Dₜ + b₃Pₜ + e, t = 1 … n, D = 1 from the intervention on, P = 0, 1, 2, … from its first
 * point on. Standard errors by Newey-West: Bartlett weights 1 − l/(lag+1), no prewhitening, factor n/(n−4); t with
 * n − 4 degrees of freedom. effectAtEnd = b₂ + b₃(n − 1 − interventionIndex).
 *
 * Units: those of the values, slopes per step. With a residual below 1e-18 of the total sum of squares the fit is
 * exact: standard errors 0, t and p `null`.
 *
 * Source: Wagner AK et al. (2002) Journal of Clinical Pharmacy and Therapeutics 27:299-309; Bernal JL, Cummins S,
 * Gasparrini A (2017) International Journal of Epidemiology 46:348-355; Newey WK, West KD (1987) Econometrica 55:703-708;
 * R sandwich `NeweyWest(lag, prewhite = FALSE, adjust = TRUE)`; statsmodels HAC with `use_correction=True`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `interventionIndex` or `lag` is not a
 * whole number of at least 0, or `confidence` not inside (0, 1).
 * @example
 * const { levelChange, effectAtEnd } = its({
 *   values: [10, 12, 11, 13, 12, 17, 18, 20, 19, 22],
 *   interventionIndex: 5,
 *   lag: 1,
 * });
 * ({ levelChange, effectAtEnd });
 * // => {
 * //   levelChange: {
 * //     estimate: 3.9, seNeweyWest: 0.667583, seOls: 1.236932, t: 5.841973, p: 0.001109, lower: 2.266484,
 * //     upper: 5.533516,
 * //   },
 * //   effectAtEnd: 6.3,
 * // }
 */
export function its(input: ItsInput): ItsResult {
  const { values, interventionIndex, lag, confidence } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  const breakAt = checkCount('interventionIndex', interventionIndex);
  const n = series.length;
  const lags = lag === undefined || lag === null ? Math.floor(4 * (n / 100) ** (2 / 9)) : checkCount('lag', lag);
  const level = checkConfidence(confidence);
  if (breakAt < 2 || n - breakAt < 2 || n <= 4 || series.includes(null)) return withoutModel(n);
  const known = series as readonly number[];
  const model = segmentedLine(known, breakAt);
  const { pre, post, residuals } = model;
  const total = momentsOf(known).squares;
  const left = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const exact = left <= EXACT_FIT * total;
  const df = n - 4;
  const quantile = tForConfidence(level, df);

  const inference = (contrast: Contrast): ItsCoefficient => {
    const estimate = estimateOf(model, contrast);
    const weights = weightsOf(model, contrast);
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    const seOls = exact ? 0 : Math.sqrt((left / df) * squares);
    const seNeweyWest = exact ? 0 : Math.sqrt(neweyWestVariance(weights, residuals, lags));
    const t = seNeweyWest === 0 ? null : estimate / seNeweyWest;
    const half = quantile * seNeweyWest;
    const p = t === null ? null : tTwoSidedP(t, df);
    return { estimate, seNeweyWest, seOls, t, p, lower: estimate - half, upper: estimate + half };
  };
  // How far the two lines are apart at an index: the post line there less the pre line there.
  const apartAt = (index: number): Contrast => ({
    preMean: -1,
    preSlope: pre.centre - index,
    postMean: 1,
    postSlope: index - post.centre,
  });
  const atEnd = inference(apartAt(n - 1));
  return {
    ok: true,
    n,
    lag: lags,
    r2: total === 0 ? null : exact ? 1 : 1 - left / total,
    durbinWatson: exact ? null : squaredSteps(residuals) / left,
    // Time is counted from 1: the intercept stands one step before index 0.
    intercept: inference({ preMean: 1, preSlope: -1 - pre.centre, postMean: 0, postSlope: 0 }),
    preSlope: inference({ preMean: 0, preSlope: 1, postMean: 0, postSlope: 0 }),
    levelChange: inference(apartAt(breakAt)),
    slopeChange: inference({ preMean: 0, preSlope: -1, postMean: 0, postSlope: 1 }),
    effectAtEnd: atEnd.estimate,
    effectAtEndSe: atEnd.seNeweyWest,
  };
}

function withoutModel(n: number): ItsResult {
  const coefficients = { intercept: null, preSlope: null, levelChange: null, slopeChange: null };
  return {
    ok: false,
    n,
    lag: null,
    r2: null,
    durbinWatson: null,
    ...coefficients,
    effectAtEnd: null,
    effectAtEndSe: null,
  };
}

function squaredSteps(residuals: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < residuals.length; i += 1) sum += (residuals[i]! - residuals[i - 1]!) ** 2;
  return sum;
}
