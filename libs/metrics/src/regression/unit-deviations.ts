import { momentsOf, sumOf } from '../moments/index.js';

/** One variable as deviations from its mean, scaled to length 1, with what takes it back to its own unit. */
export interface UnitDeviations {
  /** (x − mean) / norm: sums to 0, its squares sum to 1. */
  unit: Float64Array;
  mean: number;
  /** √Σ(x − mean)², in the unit of the variable. */
  norm: number;
  /** Length, in the scale of `unit`, of the rounding that storing the values has cost; large for a far-off mean. */
  rounding: number;
}

/**
 * Scales a variable for a regression: what is then left of its condition is the collinearity and not the unit.
 *
 * The mean is subtracted a second time because its own rounding, small beside the values, need not be small beside
 * their deviations (years, time stamps). A constant variable has no deviations and gives `null`.
 */
export function unitDeviations(values: ArrayLike<number>): UnitDeviations | null {
  const { n, mean, squares } = momentsOf(values);
  if (mean === null || squares === 0) return null;
  const unit = new Float64Array(n);
  for (let i = 0; i < n; i += 1) unit[i] = values[i]! - mean;
  const left = sumOf(unit) / n;
  let square = 0;
  let largest = 0;
  for (let i = 0; i < n; i += 1) {
    const deviation = unit[i]! - left;
    unit[i] = deviation;
    square += deviation * deviation;
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  const norm = Math.sqrt(square);
  for (let i = 0; i < n; i += 1) unit[i]! /= norm;
  return { unit, mean: mean + left, norm, rounding: (Number.EPSILON * largest * Math.sqrt(n)) / norm };
}
