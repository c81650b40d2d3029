import { sumOf } from './compensated-sum.js';

/** Size, mean and sum of squared deviations of one sample. */
export interface Moments {
  n: number;
  /** `null` when n = 0. */
  mean: number | null;
  /** Σ(x − mean)²; 0 when n < 2. */
  squares: number;
  /** Sample variance with divisor n − 1; `null` when n < 2. */
  variance: number | null;
}

function allEqual(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false;
  return true;
}

/**
 * Two passes: the mean first, then the deviations from it, less the square of what rounding left in their sum.
 *
 * A constant sample is recognised by comparison and not by its arithmetic: the mean of three times 0.1 is not 0.1 in
 * binary, and the variance would come out as 1e-34 where every rule for "no variance" asks for 0.
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) return { n, mean: null, squares: 0, variance: null };
  if (allEqual(values)) return { n, mean: values[0]!, squares: 0, variance: n > 1 ? 0 : null };
  const mean = sumOf(values) / n;
  let deviations = 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i += 1) {
    const deviation = values[i]! - mean;
    const square = deviation * deviation;
    deviations += deviation;
    // Neumaier's compensation as in CompensatedSum, with local variables: this loop runs over every value.
    const next = sum + square;
    lost += sum >= square ? sum - next + square : square - next + sum;
    sum = next;
  }
  const squares = sum + lost - (deviations * deviations) / n;
  return { n, mean, squares, variance: squares / (n - 1) };
}
