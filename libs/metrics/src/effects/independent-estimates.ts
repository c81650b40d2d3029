import { checkConfidence, checkFiniteOrNull, checkObject } from '../checks/index.js';
import { tForConfidence, tTwoSidedP } from '../distributions/index.js';

/** What is known of one estimate when the observations behind it are not at hand. */
export interface Estimate {
  /** The estimate; `null` when there is none. */
  value: number | null;
  /** Its standard error, 0 or more; `null` when unknown. */
  se: number | null;
  /** Degrees of freedom of the standard error, above 0; `null` when unknown. */
  df: number | null;
}

/** Argument of {@link estimateInterval}. */
export interface EstimateIntervalInput extends Estimate {
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link estimateInterval}, in the unit of the estimate. */
export interface EstimateIntervalResult {
  /** Lower limit; `null` when value, se or df is. */
  lower: number | null;
  /** Upper limit; `null` when value, se or df is. */
  upper: number | null;
}

/**
 * Student's t interval of an estimate that comes with its standard error.
 *
 * Formula: limits = value ± t(df)·se.
 *
 * Units: those of the estimate; the limits are not clipped.
 *
 * Source: Student (1908) Biometrika 6:1-25.
 *
 * @throws {TypeError | RangeError} when a part is neither `null` nor a finite number in its range, or `confidence` not
 * inside (0, 1).
 * @example
 * estimateInterval({ value: 0.75, se: 0.565735, df: 9 });
 * // => { lower: -0.52978, upper: 2.02978 }
 */
export function estimateInterval(input: EstimateIntervalInput): EstimateIntervalResult {
  const { confidence, ...estimate } = checkObject('input', input);
  checkEstimate('input', estimate);
  const level = checkConfidence(confidence);
  const { value, se, df } = estimate;
  if (value === null || se === null || df === null) return { lower: null, upper: null };
  const half = tForConfidence(level, df) * se;
  return { lower: value - half, upper: value + half };
}

/** Argument of {@link estimateDifference}. */
export interface EstimateDifferenceInput {
  /** First estimate. */
  a: Estimate;
  /** Second estimate, independent of the first. */
  b: Estimate;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link estimateDifference}, in the unit of the estimates. */
export interface EstimateDifferenceResult {
  /** a − b; `null` when one of them is missing. */
  diff: number | null;
  /** Standard error of the difference; `null` when one of the two is unknown. */
  se: number | null;
  /** diff / se; `null` when se is 0 or unknown. */
  t: number | null;
  /** Welch–Satterthwaite degrees of freedom, not rounded; `null` when se is 0 or unknown. */
  df: number | null;
  /** Two-sided p value; `null` when se is 0 or unknown. */
  p: number | null;
  /** Lower limit of the difference; `null` when se is 0 or unknown. */
  lower: number | null;
  /** Upper limit of the difference; `null` when se is 0 or unknown. */
  upper: number | null;
}

/**
 * Difference of two independent estimates from their standard errors: Welch's t test where only summaries are kept.
 *
 * Formula: se = √(seA² + seB²); t = diff/se; df = (seA² + seB²)² / (seA⁴/dfA + seB⁴/dfB); limits = diff ± t(df)·se.
 * With seA = sA/√nA and dfA = nA − 1 this is {@link welchT} of the observations.
 *
 * Units: those of the estimates. An estimate that occurs in both (a panel asked twice) makes the interval too wide.
 *
 * Source: Welch BL (1947) Biometrika 34:28-35; Satterthwaite FE (1946) Biometrics 2:110-114.
 *
 * @throws {TypeError | RangeError} when a part is neither `null` nor a finite number in its range, or `confidence` not
 * inside (0, 1).
 * @example
 * estimateDifference({ a: { value: 0.75, se: 0.565735, df: 9 }, b: { value: 2.33, se: 0.633166, df: 9 } });
 * // => { diff: -1.58, se: 0.84909, t: -1.86081, df: 17.7765, p: 0.07939, lower: -3.36548, upper: 0.20548 }
 */
export function estimateDifference(input: EstimateDifferenceInput): EstimateDifferenceResult {
  const { a, b, confidence } = checkObject('input', input);
  checkEstimate('a', a);
  checkEstimate('b', b);
  const level = checkConfidence(confidence);
  const diff = a.value === null || b.value === null ? null : a.value - b.value;
  const untested = { t: null, df: null, p: null, lower: null, upper: null };
  if (diff === null || a.se === null || b.se === null) return { diff, se: null, ...untested };
  const se = Math.hypot(a.se, b.se);
  if (se === 0 || a.df === null || b.df === null) return { diff, se, ...untested };
  // Shares of the squared error instead of fourth powers, which would underflow for small standard errors.
  const share = (a.se / se) ** 2;
  const df = 1 / (share ** 2 / a.df + (1 - share) ** 2 / b.df);
  const t = diff / se;
  const half = tForConfidence(level, df) * se;
  return { diff, se, t, df, p: tTwoSidedP(t, df), lower: diff - half, upper: diff + half };
}

function checkEstimate(name: string, estimate: Estimate): void {
  const { value, se, df } = checkObject(name, estimate);
  checkFiniteOrNull(`${name}.value`, value);
  checkFiniteOrNull(`${name}.se`, se, { min: 0 });
  checkFiniteOrNull(`${name}.df`, df, { min: 0, aboveMin: true });
}
