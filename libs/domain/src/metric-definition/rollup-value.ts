import type { Aggregation } from './metric-definition.js';

/** What a bucket of observations adds up to. */
export interface RollupStatistics {
  readonly n: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly lastValue: number;
  /** How many of each rating, where the metric is rated on a scale. */
  readonly counts: Readonly<Record<string, number>> | null;
}

const TOP_BOXES = 2;

/** The number that a bucket gives under a way of counting; null where it gives none. */
export function valueOfRollup(
  aggregation: Aggregation,
  scaleMaximum: number | null,
  rollup: RollupStatistics,
): number | null {
  const { n, sum } = rollup;
  switch (aggregation) {
    case 'sum':
      return sum;
    case 'minimum':
      return rollup.minimum;
    case 'maximum':
      return rollup.maximum;
    case 'last':
      return rollup.lastValue;
    case 'mean':
    case 'ces':
    case 'rate':
      return n > 0 ? sum / n : null;
    case 'share':
      return n > 0 ? (100 * sum) / n : null;
    case 'nps':
      return difference(rollup, (rating) => (rating >= 9 ? 1 : rating <= 6 ? -1 : 0));
    case 'csat':
    case 'top_box':
      if (scaleMaximum === null) return null;
      return difference(rollup, (rating) => (rating > scaleMaximum - TOP_BOXES ? 1 : 0));
    case 'formula':
      return null;
  }
}

/** Of every hundred ratings, how many weigh which way. */
function difference({ counts }: RollupStatistics, weight: (rating: number) => number): number | null {
  let [all, weighed] = [0, 0];
  for (const [rating, count] of Object.entries(counts ?? {})) {
    all += count;
    weighed += weight(Number(rating)) * count;
  }
  return all > 0 ? (100 * weighed) / all : null;
}
