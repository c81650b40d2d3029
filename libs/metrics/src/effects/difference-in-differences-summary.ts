import { checkFiniteOrNull, checkObject } from '../checks/index.js';
import { normalTwoSidedP } from '../distributions/index.js';

/** One group of {@link differenceInDifferencesSummary}. */
export interface DifferenceInDifferencesCell {
  /** Mean of the group; `null` is missing. */
  mean: number | null;
  /** Standard error of the mean, at least 0; `null` is missing. */
  se: number | null;
}

/** Argument of {@link differenceInDifferencesSummary}. */
export interface DifferenceInDifferencesSummaryInput {
  /** Who received the change, before it. */
  treatPre: DifferenceInDifferencesCell;
  /** Who received the change, after it. */
  treatPost: DifferenceInDifferencesCell;
  /** Who did not, before it. */
  controlPre: DifferenceInDifferencesCell;
  /** Who did not, after it. */
  controlPost: DifferenceInDifferencesCell;
}

/** Result of {@link differenceInDifferencesSummary}. */
export interface DifferenceInDifferencesSummaryResult {
  /** The effect, in the unit of the means; `null` when a mean is missing. */
  estimate: number | null;
  /** Its standard error, the four groups taken as independent; `null` when a mean or standard error is missing. */
  se: number | null;
  /** estimate / se; `null` when se is 0. */
  z: number | null;
  /** Two-sided normal p value; `null` when se is 0. */
  p: number | null;
}

/**
 * Difference in differences from published means and standard errors.
 *
 * Formula: estimate = (treatPost − treatPre) − (controlPost − controlPre); se = √Σ se² over the four groups;
 * z = estimate / se.
 *
 * Units: those of the means. Where the same people were asked twice the standard error is too large (conservative).
 *
 * Source: Card D, Krueger AB (1994) American Economic Review 84:772-793, Table 3.
 *
 * @throws {TypeError | RangeError} when a mean or standard error is not a finite number or `null`, or a standard error
 * negative.
 * @example
 * differenceInDifferencesSummary({
 *   treatPre: { mean: 20.44, se: 0.51 },
 *   treatPost: { mean: 21.03, se: 0.52 },
 *   controlPre: { mean: 23.33, se: 1.35 },
 *   controlPost: { mean: 21.17, se: 0.94 },
 * });
 * // => { estimate: 2.75, se: 1.799055, z: 1.528580, p: 0.126369 }
 */
export function differenceInDifferencesSummary(
  input: DifferenceInDifferencesSummaryInput,
): DifferenceInDifferencesSummaryResult {
  const { treatPre, treatPost, controlPre, controlPost } = checkObject('input', input);
  const cells = [
    checkCell('treatPre', treatPre),
    checkCell('treatPost', treatPost),
    checkCell('controlPre', controlPre),
    checkCell('controlPost', controlPost),
  ];
  if (cells.some(({ mean }) => mean === null)) return { estimate: null, se: null, z: null, p: null };
  const estimate = treatPost.mean! - treatPre.mean! - (controlPost.mean! - controlPre.mean!);
  if (cells.some(({ se }) => se === null)) return { estimate, se: null, z: null, p: null };
  const se = Math.hypot(...cells.map((cell) => cell.se!));
  const z = se === 0 ? null : estimate / se;
  return { estimate, se, z, p: z === null ? null : normalTwoSidedP(z) };
}

function checkCell(name: string, cell: DifferenceInDifferencesCell): DifferenceInDifferencesCell {
  const { mean, se } = checkObject(name, cell);
  return { mean: checkFiniteOrNull(`${name}.mean`, mean), se: checkFiniteOrNull(`${name}.se`, se, { min: 0 }) };
}
