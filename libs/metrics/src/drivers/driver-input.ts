import { checkNumbersOrNull, checkObject, checkSameLength, checkTableOrNull } from '../checks/index.js';
import {
  completeObservations,
  reduceCorrelations,
  reduceObservations,
  unitDeviations,
  type ReducedRegression,
} from '../regression/index.js';

/** Observations: a response and its predictors. */
export interface DriverObservations {
  /** The response, one value per row of `X`; `null` is a missing value. */
  y: readonly (number | null)[];
  /** The predictors, one row per observation; rows with a missing value are dropped. */
  X: readonly (readonly (number | null)[])[];
}

/** Correlations in place of observations. */
export interface DriverCorrelations {
  /** Correlations among the predictors: square, symmetric, 1 on the diagonal; `null` is one that is not defined. */
  rxx: readonly (readonly (number | null)[])[];
  /** Correlation of each predictor with the response; `null` is one that is not defined. */
  rxy: readonly (number | null)[];
}

/** Argument of {@link relativeWeights} and {@link lmgShapley}: observations or correlations. */
export type DriverInput = DriverObservations | DriverCorrelations;

/** How far rounding may take a correlation from the diagonal's 1 and from its mirror image. */
const ROUNDING = 1e-9;

/**
 * The regression problem behind either form of input; `null` when its R² cannot be decomposed: exact collinearity, a
 * constant column, n ≤ k + 1, no predictor, or correlations that are missing or that no data can have.
 * @throws RangeError when there are more than `mostPredictors`, and as the checks of either form.
 */
export function reduceDriverInput(input: DriverInput, mostPredictors = Infinity): ReducedRegression | null {
  const given = checkObject('input', input) as Partial<DriverObservations & DriverCorrelations>;
  const has = (...fields: unknown[]): boolean => fields.some((field) => field !== undefined && field !== null);
  const correlated = has(given.rxx, given.rxy);
  if (correlated && has(given.y, given.X)) throw new TypeError('input must have y and X or rxx and rxy, got both');
  return correlated
    ? fromCorrelations(given.rxx, given.rxy, mostPredictors)
    : fromObservations(given.y, given.X, mostPredictors);
}

function checkPredictors(name: string, k: number, most: number): void {
  if (k > most) throw new RangeError(`${name} must have at most ${most} predictors, got ${k}`);
}

function fromObservations(y: unknown, X: unknown, mostPredictors: number): ReducedRegression | null {
  const { n, response, columns } = completeObservations({ response: 'y', table: 'X' }, y, X);
  checkPredictors('X', columns.length, mostPredictors);
  if (columns.length === 0 || n <= columns.length + 1) return null;
  const deviations = columns.map((column) => unitDeviations(column)).filter((column) => column !== null);
  const unit = unitDeviations(response);
  return unit === null || deviations.length < columns.length ? null : reduceObservations(deviations, unit);
}

function fromCorrelations(rxx: unknown, rxy: unknown, mostPredictors: number): ReducedRegression | null {
  const limits = { min: -1, max: 1 };
  const table = checkTableOrNull('rxx', rxx, limits);
  const list = checkNumbersOrNull('rxy', rxy, limits);
  checkSameLength('rxx', table, 'rxy', list);
  checkCorrelations(table);
  checkPredictors('rxx', list.length, mostPredictors);
  const known = table.every((row): row is number[] => !row.includes(null)) && !list.includes(null);
  if (!known || list.length === 0) return null;
  const reduced = reduceCorrelations(table as number[][], list as number[]);
  const r2 = reduced?.response.reduce((sum, z) => sum + z * z, 0) ?? 0;
  return r2 <= 1 + ROUNDING ? reduced : null;
}

function checkCorrelations(table: readonly (readonly (number | null)[])[]): void {
  table.forEach((row, i) => {
    if (row.length !== table.length) {
      throw new RangeError(`rxx[${i}] must have as many entries as rxx has rows (${table.length}), got ${row.length}`);
    }
    row.forEach((entry, j) => {
      const mirrored = i === j ? 1 : table[j]![i];
      const name = `rxx[${i}][${j}]`;
      if (entry === null || mirrored === null || mirrored === undefined) return;
      if (Math.abs(entry - mirrored) > ROUNDING) {
        throw new RangeError(`${name} must be ${i === j ? '1' : `equal to rxx[${j}][${i}]`}, got ${entry}`);
      }
    });
  });
}
