import { exactMean, exactSum } from '../scoring/exact-sum.js';

export interface SampleMoments {
  readonly n: number;
  readonly mean: number | null;
  /** Divisor n − 1; null when n < 2. */
  readonly variance: number | null;
}

/** Sums are exact before they are rounded once, so that the order of respondents changes not even the last digit. */
export function sampleMoments(values: readonly number[]): SampleMoments {
  const n = values.length;
  const mean = exactMean(values);
  if (mean === null || n < 2) return { n, mean, variance: null };
  return { n, mean, variance: exactSum(values.map((value) => (value - mean) ** 2)) / (n - 1) };
}
