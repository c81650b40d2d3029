import { checkFinite, checkNumber, checkNumbersOrNull, checkObject } from '../checks/index.js';

/** Argument of {@link cusum}. */
export interface CusumInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** The level that the process should hold. */
  target: number;
  /** Allowance, at least 0, in the unit of the values: half of the shift that matters. */
  k: number;
  /** Decision interval, at least 0, in the unit of the values. */
  h: number;
}

/** Result of {@link cusum}, in the unit of the values. */
export interface CusumResult {
  /** Upper sum at each point, at least 0. */
  high: number[];
  /** Lower sum at each point, at least 0. */
  low: number[];
  /** Indices at which a sum stands above `h`. */
  signals: number[];
}

/**
 * Tabular CUSUM: finds small lasting shifts of a level.
 *
 * Formula: highᵢ = max(0, highᵢ₋₁ + xᵢ − target − k); lowᵢ = max(0, lowᵢ₋₁ + target − k − xᵢ); both start at 0; a
 * signal wherever one of them is > h. The sums are not reset after a signal.
 *
 * Units: those of the values, k and h included (k = 0.5σ and h = 5σ are usual). A missing value carries both sums, and
 * with them a signal, forward.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.2.3; Montgomery DC, Runger GC, Applied Statistics and Probability for Engineers,
 * Table 16-7; R qcc `cusum`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `target` not finite, or `k` or `h`
 * negative.
 * @example
 * cusum({ values: [10, 11, 12.5, null, 9], target: 10, k: 0.5, h: 2 });
 * // => { high: [0, 0.5, 2.5, 2.5, 1], low: [0, 0, 0, 0, 0.5], signals: [2, 3] }
 */
export function cusum(input: CusumInput): CusumResult {
  const { values, target, k, h } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  checkFinite('target', target);
  checkNumber('k', k, { min: 0 });
  checkNumber('h', h, { min: 0 });
  const high: number[] = [];
  const low: number[] = [];
  const signals: number[] = [];
  series.forEach((value, i) => {
    const above = high[i - 1] ?? 0;
    const below = low[i - 1] ?? 0;
    high.push(value === null ? above : Math.max(0, above + (value - target - k)));
    low.push(value === null ? below : Math.max(0, below + (target - value - k)));
    if (high[i]! > h || low[i]! > h) signals.push(i);
  });
  return { high, low, signals };
}
