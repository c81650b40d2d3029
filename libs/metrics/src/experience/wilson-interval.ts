import { checkConfidence, checkCount, checkInteger, checkObject } from '../checks/index.js';
import { zForConfidence } from '../distributions/index.js';

/** Argument of {@link wilsonInterval}. */
export interface WilsonIntervalInput {
  /** Observations with the property: a whole number from 0 to `n`. */
  successes: number;
  /** All observations: a whole number of at least 0. */
  n: number;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link wilsonInterval}: proportions from 0 to 1, all `null` when n = 0. */
export interface WilsonIntervalResult {
  /** successes / n. */
  proportion: number | null;
  /** Lower limit; exactly 0 when there is no success. */
  lower: number | null;
  /** Upper limit; exactly 1 when every observation is a success. */
  upper: number | null;
}

/**
 * Wilson score interval for one proportion, without continuity correction.
 *
 * Formula: p = x/n; centre = (p + z²/2n) / (1 + z²/n); half = z·√(p(1−p)/n + z²/4n²) / (1 + z²/n);
 * limits = centre ± half, inside [0, 1].
 *
 * Units: proportions, 0–1. n = 0 gives `null` for all three.
 *
 * Source: Wilson EB (1927) JASA 22:209-212; Newcombe RG (1998) Statistics in Medicine 17:857-872, method 3;
 * R `prop.test(correct = FALSE)`.
 *
 * @throws {TypeError | RangeError} when `successes` is not a whole number from 0 to n, `n` not a count, or
 * `confidence` not inside (0, 1).
 * @example
 * wilsonInterval({ successes: 81, n: 263 });
 * // => { proportion: 0.307985, lower: 0.255289, upper: 0.366210 }
 */
export function wilsonInterval(input: WilsonIntervalInput): WilsonIntervalResult {
  const { successes, n, confidence } = checkObject('input', input);
  checkCount('n', n);
  checkInteger('successes', successes, 0, n);
  const z = zForConfidence(checkConfidence(confidence));
  if (n === 0) return { proportion: null, lower: null, upper: null };
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return {
    proportion: p,
    // At the ends the two terms cancel in theory but not in binary.
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === n ? 1 : Math.min(1, centre + half),
  };
}
