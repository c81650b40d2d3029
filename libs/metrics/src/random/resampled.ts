import { uniformBits } from './uniform-bits.js';

/** A statistic of a resample that is given as how often each entry of the sorted sample was drawn. */
type CountedStatistic = (sorted: Float64Array, counts: Uint32Array) => number;

/**
 * The mean from counts, in the order of the sample: resamples of the same entries have the same mean to the last bit,
 * whatever the order in which they were drawn, so that ties with the estimate are seen as ties.
 */
function meanOf(sorted: Float64Array, counts: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < sorted.length; i += 1) sum += counts[i]! * sorted[i]!;
  return sum / sorted.length;
}

function medianOf(sorted: Float64Array, counts: Uint32Array): number {
  const n = sorted.length;
  const lower = Math.floor((n - 1) / 2);
  const upper = Math.floor(n / 2);
  let passed = 0;
  let first = 0;
  for (let i = 0; i < n; i += 1) {
    const before = passed;
    passed += counts[i]!;
    if (before <= lower && lower < passed) first = sorted[i]!;
    if (upper < passed) return (first + sorted[i]!) / 2;
  }
  return first;
}

/** The statistics that can be resampled. */
export const RESAMPLED_STATISTICS: Readonly<Record<'mean' | 'median', CountedStatistic>> = {
  mean: meanOf,
  median: medianOf,
};

/** What the bootstrap needs of a sample of at least one value. */
export interface Resampled {
  estimate: number;
  /** One value per resample, sorted. */
  replicates: Float64Array;
  /** The statistic without each value in turn; empty when there is only one. */
  jackknife: number[];
}

/** Draws `draws` resamples with replacement. */
export function resample(
  data: readonly number[],
  statistic: 'mean' | 'median',
  draws: number,
  seed: number,
): Resampled {
  const of = RESAMPLED_STATISTICS[statistic];
  const sorted = Float64Array.from(data).sort();
  const n = sorted.length;
  const next = uniformBits(seed);
  const counts = new Uint32Array(n);
  const replicates = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    counts.fill(0);
    for (let i = 0; i < n; i += 1) counts[Math.floor((next() / 2 ** 32) * n)]! += 1;
    replicates[draw] = of(sorted, counts);
  }
  return {
    estimate: of(sorted, counts.fill(1)),
    replicates: replicates.sort(),
    jackknife: leaveOneOut(sorted, statistic),
  };
}

function leaveOneOut(sorted: Float64Array, statistic: 'mean' | 'median'): number[] {
  const n = sorted.length;
  if (n < 2) return [];
  if (statistic === 'mean') {
    const sum = sorted.reduce((total, value) => total + value, 0);
    return Array.from(sorted, (value) => (sum - value) / (n - 1));
  }
  // Without entry i the entries after it move down by one place.
  const lower = Math.floor((n - 2) / 2);
  const upper = Math.floor((n - 1) / 2);
  return Array.from(sorted, (_, i) => (sorted[lower + Number(lower >= i)]! + sorted[upper + Number(upper >= i)]!) / 2);
}
