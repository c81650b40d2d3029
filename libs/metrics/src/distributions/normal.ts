import stdlibCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Φ(x), the standard normal distribution function; keeps its relative precision in the lower tail. */
export function normalCdf(x: number): number {
  return stdlibCdf(x, 0, 1);
}

/**
 * Φ⁻¹(p), the standard normal quantile, for 0 < p < 1; p = 0 and 1 give the infinities.
 *
 * One Newton step on the smaller tail takes the package's value to the last bit (1.959963984540054 at 0.975).
 */
export function normalQuantile(p: number): number {
  const x = stdlibQuantile(p, 0, 1);
  if (!Number.isFinite(x) || x === 0) return x;
  const lower = x < 0;
  const tail = lower ? p : 1 - p;
  const z = lower ? x : -x;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const refined = z - (normalCdf(z) - tail) / density;
  return lower ? refined : -refined;
}

/** P(|Z| ≥ |z|): the two-sided p value of a z statistic. */
export function normalTwoSidedP(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** Below this level the tail (1 − confidence)/2 is so close to 1/2 that it has lost digits of the level. */
const SMALL = 0.01;

/** Coefficients of z = u + u³/6 + 7u⁵/120 + …, u = c·√(π/2), the inverse of the error function (DLMF 7.17.2). */
const INVERSE_ERF = [1, 1 / 6, 7 / 120, 127 / 5040, 4369 / 362880];

/** z such that P(|Z| ≤ z) = confidence: 1.959963984540054 for 0.95. */
export function zForConfidence(confidence: number): number {
  if (confidence >= SMALL) return -normalQuantile((1 - confidence) / 2);
  const u = confidence * Math.sqrt(Math.PI / 2);
  return u * INVERSE_ERF.reduceRight((sum, coefficient) => sum * u * u + coefficient, 0);
}
