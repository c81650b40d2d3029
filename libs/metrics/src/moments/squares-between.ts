import { sumOf } from './compensated-sum.js';
import { momentsOf } from './moments.js';

/**
 * Σ n·(mean − grand mean)² over the samples: the sum of squares between groups of an analysis of variance. Every sample
 * has at least one value.
 *
 * Means that round to the same number are equal: 1.1, 1.2, 1.3 and 1.2, 1.2, 1.2 have one mean to everybody but a
 * computer. Means that differ are taken again from the deviations, because of a far-off level (NIST AtmWtAg, seven
 * leading digits in common) the rounding of a mean is not small beside the differences.
 */
export function squaresBetween(samples: readonly ArrayLike<number>[]): number {
  const moments = samples.map((sample) => momentsOf(sample));
  if (moments.every(({ mean }) => mean === moments[0]!.mean)) return 0;
  const total = moments.reduce((sum, { n }) => sum + n, 0);
  const grand = sumOf(moments.map(({ n, mean }) => n * mean!)) / total;
  const shifts = samples.map((sample) => sumOf(Float64Array.from(sample, (value) => value - grand)) / sample.length);
  const left = sumOf(moments.map(({ n }, i) => n * shifts[i]!)) / total;
  return sumOf(moments.map(({ n }, i) => n * (shifts[i]! - left) ** 2));
}
