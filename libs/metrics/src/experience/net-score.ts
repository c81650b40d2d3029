import type { NpsCounts } from './nps-counts.js';

/** A net score in points (−100 to 100) with its variance on the −1 to 1 scale and its standard error in points. */
export interface NetScore {
  n: number;
  score: number;
  variance: number;
  se: number;
}

/** 100·(P − D) of n > 0 answers. From counts, so that the only rounding is that of one division. */
export function netScore({ detractors, passives, promoters }: NpsCounts): NetScore {
  const n = detractors + passives + promoters;
  const net = promoters - detractors;
  const variance = ((promoters + detractors) * n - net * net) / (n * n);
  return { n, score: (100 * net) / n, variance, se: 100 * Math.sqrt(variance / n) };
}

/** Rocks' (3, T) adjustment: three pseudo-observations in the proportions 1 : 2 : 1. */
export function adjusted({ detractors, passives, promoters }: NpsCounts): NpsCounts {
  return { detractors: detractors + 0.75, passives: passives + 1.5, promoters: promoters + 0.75 };
}

/** centre ± half, inside ± bound. */
export function clippedLimits(centre: number, half: number, bound: number): { lower: number; upper: number } {
  return { lower: Math.max(-bound, centre - half), upper: Math.min(bound, centre + half) };
}
