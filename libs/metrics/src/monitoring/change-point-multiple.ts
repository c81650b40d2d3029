import { checkNumber, checkNumbersOrNull, checkObject, checkPositiveInteger } from '../checks/index.js';
import { CompensatedSum, momentsOf } from '../moments/index.js';
import { observed, optimalPartition } from '../segmentation/index.js';

/** Argument of {@link changePointMultiple}. */
export interface ChangePointMultipleInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** What one change-point costs, at least 0, in the squared unit of the values; 2·σ²·ln n is a usual choice. */
  penalty: number;
  /** Values that a segment has at least: a whole number of at least 1; 2 when left out. */
  minSegment?: number;
}

/** Result of {@link changePointMultiple}. */
export interface ChangePointMultipleResult {
  /** Index of the first value of each new segment. */
  changepoints: number[];
  /** Sum of squares about the segment means + penalty · number of change-points; `null` without values. */
  cost: number | null;
  /** Mean of each segment, one more than there are change-points. */
  means: number[];
}

/**
 * Several shifts of a mean: the exact optimum of penalised least squares.
 *
 * Formula: minimise Σ over segments of Σ(x − mean of the segment)² + penalty · number of change-points over all
 * segmentations with at least `minSegment` values in each segment.
 *
 * Units: cost and penalty in the squared unit of the values, means in their unit. Missing values are dropped; indices
 * are those of the values as given. A series shorter than `minSegment` is one segment. Cost about n·log n.
 *
 * Source: Jackson B et al. (2005) IEEE Signal Processing Letters 12:105-108; Killick R, Fearnhead P, Eckley IA (2012)
 * JASA 107:1590-1598 (PELT); Maidstone R et al. (2017) Statistics and Computing 27:519-533.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `penalty` is negative, or `minSegment`
 * is not a whole number of at least 1.
 * @example
 * changePointMultiple({ values: [1, 2, 1, 8, 9, 8, 4, 4, 3], penalty: 3, minSegment: 2 });
 * // => { changepoints: [3, 6], cost: 8, means: [1.333333, 8.333333, 3.666667] }
 */
export function changePointMultiple(input: ChangePointMultipleInput): ChangePointMultipleResult {
  const { values, penalty, minSegment = 2 } = checkObject('input', input);
  const { x, index } = observed(checkNumbersOrNull('values', values));
  checkNumber('penalty', penalty, { min: 0 });
  checkPositiveInteger('minSegment', minSegment);
  if (x.length === 0) return { changepoints: [], cost: null, means: [] };
  const starts = optimalPartition(x, penalty, minSegment);
  const segments = [0, ...starts].map((start, i) => momentsOf(x.slice(start, starts[i])));
  const squares = new CompensatedSum();
  for (const segment of segments) squares.add(segment.squares);
  return {
    changepoints: starts.map((start) => index[start]!),
    cost: squares.value + penalty * starts.length,
    means: segments.map(({ mean }) => mean!),
  };
}
