import stdlibCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-t-quantile';
import { centralQuantile } from './central-quantile.js';

/** Distribution function of Student's t with `df` degrees of freedom, which need not be whole. */
export function tCdf(t: number, df: number): number {
  return stdlibCdf(t, df);
}

/** Quantile of Student's t with `df` degrees of freedom. */
export function tQuantile(p: number, df: number): number {
  return stdlibQuantile(p, df);
}

/** P(|T| ≥ |t|): the two-sided p value of a t statistic. */
export function tTwoSidedP(t: number, df: number): number {
  return 2 * stdlibCdf(-Math.abs(t), df);
}

/** t such that P(|T| ≤ t) = confidence; from the lower tail, where the quantile keeps its precision. */
export function tForConfidence(confidence: number, df: number): number {
  return centralQuantile(confidence, (df + 1) / (6 * df), (level) => -stdlibQuantile((1 - level) / 2, df));
}
