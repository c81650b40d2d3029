import stdlibCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-t-quantile';

/** P(|T| ≥ |t|): the two-sided p value of a t statistic. */
export function tTwoSidedP(t: number, df: number): number {
  return 2 * stdlibCdf(-Math.abs(t), df);
}

/** Below this level the tail (1 − confidence)/2 is so close to 1/2 that it has lost digits of the level. */
const SMALL = 0.002;

/**
 * t such that P(|T| ≤ t) = confidence; from the lower tail, where the quantile keeps its precision. Below `SMALL` by the
 * series t = u + a·u³ + b·u⁵, a = (df+1)/(6·df), b = (7·df²+8·df+1)/(120·df²) (Hill 1970, Algorithm 396), with u
 * proportional to the confidence and taken from the quantile at `SMALL` by the inverse series.
 */
export function tForConfidence(confidence: number, df: number): number {
  if (confidence >= SMALL) return -stdlibQuantile((1 - confidence) / 2, df);
  const a = (1 + 1 / df) / 6;
  const b = (7 + 8 / df + 1 / (df * df)) / 120;
  const edge = -stdlibQuantile((1 - SMALL) / 2, df);
  const u = edge * (1 - a * edge ** 2 + (3 * a * a - b) * edge ** 4) * (confidence / SMALL);
  return u * (1 + a * u ** 2 + b * u ** 4);
}
