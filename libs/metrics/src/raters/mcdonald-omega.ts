import { checkObject, checkTableOrNull, completeRows } from '../checks/index.js';
import { sumOf } from '../moments/index.js';
import { columnsOf, covariances } from './covariance-matrix.js';
import { oneFactorModel } from './one-factor-model.js';

/** Argument of {@link mcdonaldOmega}. */
export interface McdonaldOmegaInput {
  /** One row per respondent, one column per item; rows with a missing answer (`null`) are dropped. */
  data: readonly (readonly (number | null)[])[];
}

/** Result of {@link mcdonaldOmega}. */
export interface McdonaldOmegaResult {
  /** Reliability of the sum of the items, 0 to 1; `null` where the model cannot be estimated. */
  omega: number | null;
  /** Standardised loading of each item on the one factor; `null` entries with omega. */
  loadings: (number | null)[];
}

/**
 * McDonald's omega (total) of a one-factor model: reliability without alpha's assumption of equal loadings.
 *
 * Formula: maximum-likelihood one-factor model x = λ·f + e; omega = (Σλ)²/((Σλ)² + Σθ), λ and θ the unstandardised
 * loadings and error variances. `loadings` are standardised, λ/sd, their sign such that Σλ > 0.
 *
 * Units: none; 0 to 1. Needs at least 3 items; with fewer the model is not determined. `null` also for a constant
 * item, items that determine each other exactly (as with fewer respondents than items), or when the likelihood has no
 * optimum with positive error variances (a Heywood case: one factor, or the sample, is too small for these items).
 *
 * Source: McDonald RP (1999) Test Theory: A Unified Treatment; Jöreskog KG (1967) Psychometrika 32:443-482; R lavaan
 * `cfa(std.lv = TRUE)`, R `factanal(factors = 1)`.
 *
 * @throws {TypeError | RangeError} when the table is ragged or an answer is not a finite number or `null`.
 * @example
 * mcdonaldOmega({ data: [[3, 4, 3], [5, 5, 4], [1, 2, 2], [4, 4, 5], [2, 1, 2], [3, 3, 4]] });
 * // => { omega: 0.932516, loadings: [0.972111, 0.889499, 0.840875] }
 */
export function mcdonaldOmega(input: McdonaldOmegaInput): McdonaldOmegaResult {
  const { data } = checkObject('input', input);
  const table = checkTableOrNull('data', data);
  const rows = completeRows(table);
  const k = table[0]?.length ?? 0;
  const undefinedResult = { omega: null, loadings: Array<null>(k).fill(null) };
  if (k < 3 || rows.length < 3) return undefinedResult;
  const covariance = covariances(columnsOf(rows));
  const sds = covariance.map((row, i) => Math.sqrt(row[i]!));
  if (sds.some((sd) => !(sd > 0))) return undefinedResult;
  const model = oneFactorModel(covariance.map((row, i) => row.map((entry, j) => entry / (sds[i]! * sds[j]!))));
  if (model === null) return undefinedResult;
  const common = sumOf(model.loadings.map((loading, i) => sds[i]! * loading));
  const unique = sumOf(model.uniquenesses.map((share, i) => share * sds[i]! ** 2));
  const sign = common < 0 ? -1 : 1;
  return {
    omega: (common * common) / (common * common + unique),
    loadings: model.loadings.map((loading) => sign * loading),
  };
}
