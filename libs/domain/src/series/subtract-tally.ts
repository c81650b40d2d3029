import type { Tally } from './tally.js';

/**
 * What a whole has beside one of its parts; null where nothing is left. Extremes and the last value cannot be taken back
 * and stay those of the whole: what is measured by them has no rest.
 */
export function subtractTally(whole: Tally, part: Tally): Tally | null {
  const observations = whole.observations - part.observations;
  if (observations <= 0) return null;
  return {
    ...whole,
    observations,
    n: whole.n - part.n,
    sum: whole.sum - part.sum,
    sumOfSquares: whole.sumOfSquares - part.sumOfSquares,
    counts: countsWithout(whole.counts, part.counts),
  };
}

function countsWithout(whole: Tally['counts'], part: Tally['counts']): Tally['counts'] {
  if (!whole || !part) return null;
  const rest: Record<string, number> = {};
  for (const [rating, count] of Object.entries(whole)) {
    const left = count - (part[rating] ?? 0);
    if (left > 0) rest[rating] = left;
  }
  return rest;
}
