import { checkFinite, checkFlag, checkNumber, checkNumbersOrNull, checkObject } from '../checks/index.js';

/** Argument of {@link ewma}. */
export interface EwmaInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** Weight of the newest value: above 0, at most 1; small weights find small shifts. */
  lambda: number;
  /** The level that the process should hold. */
  target: number;
  /** Standard deviation of a single value, at least 0. */
  sigma: number;
  /** Width of the limits in standard deviations of the average, above 0; 3 when left out. */
  L?: number;
  /** Steady-state limits from the first point on; `false` when left out. */
  asymptotic?: boolean;
}

/** Result of {@link ewma}, in the unit of the values. */
export interface EwmaResult {
  /** The average at each point. */
  ewma: number[];
  /** Upper limit at each point. */
  upper: number[];
  /** Lower limit at each point. */
  lower: number[];
  /** Indices at which the average stands strictly outside its limits. */
  signals: number[];
}

/**
 * EWMA chart: an exponentially weighted moving average with limits for it.
 *
 * Formula: zᵢ = λxᵢ + (1−λ)zᵢ₋₁, z₀ = target; limits = target ± L·σ·√(λ/(2−λ)·(1−(1−λ)^(2i))), i = 1, 2, …; the last
 * factor is 1 with `asymptotic`.
 *
 * Units: those of the values. A missing value carries the average forward; its limits are those of its place.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.2.4; Lucas JM, Saccucci MS (1990) Technometrics 32:1-12; R qcc `ewma`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `lambda` not in (0, 1], `target` not
 * finite, `sigma` negative, `L` not positive, or `asymptotic` not true or false.
 * @example
 * ewma({ values: [52, 47, 53], lambda: 0.3, target: 50, sigma: 2.0539, L: 3 });
 * // => {
 * //   ewma: [50.6, 49.52, 50.564],
 * //   upper: [51.848510, 52.256394, 52.431406],
 * //   lower: [48.151490, 47.743606, 47.568594],
 * //   signals: [],
 * // }
 */
export function ewma(input: EwmaInput): EwmaResult {
  const { values, lambda, target, sigma, L = 3, asymptotic } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  checkNumber('lambda', lambda, { min: 0, max: 1, aboveMin: true });
  checkFinite('target', target);
  checkNumber('sigma', sigma, { min: 0 });
  checkNumber('L', L, { min: 0, aboveMin: true });
  const steady = checkFlag('asymptotic', asymptotic, false);
  const averages: number[] = [];
  const upper: number[] = [];
  const lower: number[] = [];
  const signals: number[] = [];
  const width = L * sigma * Math.sqrt(lambda / (2 - lambda));
  series.forEach((value, i) => {
    const before = averages[i - 1] ?? target;
    // In this form a value equal to the average leaves it exactly where it is.
    averages.push(value === null ? before : before + lambda * (value - before));
    // 1 - (1 - λ)^(2i), without the cancellation of a small λ.
    const settled = steady ? 1 : -Math.expm1(2 * (i + 1) * Math.log1p(-lambda));
    upper.push(target + width * Math.sqrt(settled));
    lower.push(target - width * Math.sqrt(settled));
    if (averages[i]! > upper[i]! || averages[i]! < lower[i]!) signals.push(i);
  });
  return { ewma: averages, upper, lower, signals };
}
