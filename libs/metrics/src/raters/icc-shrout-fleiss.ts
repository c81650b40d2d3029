import { checkConfidence, checkObject, checkTableOrNull, completeRows } from '../checks/index.js';
import { iccIntervals } from './icc-intervals.js';
import { twoWayMeanSquares } from './two-way-mean-squares.js';

/** Argument of {@link iccShroutFleiss}. */
export interface IccShroutFleissInput {
  /** One row per target, one column per rater; `null` is a missing rating. */
  ratings: readonly (readonly (number | null)[])[];
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** The six forms of Shrout & Fleiss: model 1, 2 or 3, for one rater or (`k`) for the mean of k raters. */
export type IccForm = 'icc1' | 'icc2' | 'icc3' | 'icc1k' | 'icc2k' | 'icc3k';

/** Result of {@link iccShroutFleiss}. Coefficients are at most 1 and can be negative. */
export interface IccShroutFleissResult {
  /** Targets that every rater rated. */
  n: number;
  /** Raters. */
  k: number;
  /** Mean square between targets (B); `null` when n < 2 or k < 2. */
  msBetween: number | null;
  /** Mean square within targets (W). */
  msWithin: number | null;
  /** Mean square between raters (J). */
  msRaters: number | null;
  /** Residual mean square (E). */
  msError: number | null;
  /** Each target has its own raters; one rater. */
  icc1: number | null;
  /** Raters are a sample, absolute agreement; one rater. */
  icc2: number | null;
  /** These raters only, consistency; one rater. */
  icc3: number | null;
  /** As `icc1`, for the mean of k raters. */
  icc1k: number | null;
  /** As `icc2`, for the mean of k raters. */
  icc2k: number | null;
  /** As `icc3`, for the mean of k raters. */
  icc3k: number | null;
  /** Confidence limits [lower, upper] of each form; `null` where the coefficient or a limit is not defined. */
  ci: Record<IccForm, [number, number] | null>;
}

/** A coefficient whose denominator is not positive, but for rounding in terms of the given size, is not defined. */
function ratio(numerator: number, denominator: number, size: number): number | null {
  return denominator > 1e-14 * size ? numerator / denominator : null;
}

/**
 * Intraclass correlations of a targets × raters table, Shrout & Fleiss forms.
 *
 * Formula, with the mean squares B, W, J, E of the two-way analysis of variance:
 * ICC(1) = (B−W)/(B+(k−1)W); ICC(2) = (B−E)/(B+(k−1)E+k(J−E)/n); ICC(3) = (B−E)/(B+(k−1)E);
 * ICC(1,k) = (B−W)/B; ICC(2,k) = (B−E)/(B+(J−E)/n); ICC(3,k) = (B−E)/B. Limits from the F distribution, those of
 * ICC(2) with Satterthwaite's degrees of freedom.
 *
 * Units: none; at most 1. Negative values are reported. Rows with a missing rating are dropped. n < 2, k < 2 or no
 * variance at all gives `null`; when targets do not differ (B = 0) the averages of k raters are `null`.
 *
 * Source: Shrout PE, Fleiss JL (1979) Psychological Bulletin 86:420-428, Table 4; McGraw KO, Wong SP (1996)
 * Psychological Methods 1:30-46; R psych `ICC(lmer = FALSE)`.
 *
 * @throws {TypeError | RangeError} when the table is ragged, a rating is not a finite number or `null`, or
 * `confidence` not inside (0, 1).
 * @example
 * const { icc1, icc2, icc3, ci } = iccShroutFleiss({
 *   ratings: [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
 * });
 * ({ icc1, icc2, icc3, ci: ci.icc3 });
 * // => { icc1: 0.165742, icc2: 0.289764, icc3: 0.714841, ci: [0.342465, 0.945858] }
 */
export function iccShroutFleiss(input: IccShroutFleissInput): IccShroutFleissResult {
  const { ratings, confidence } = checkObject('input', input);
  const table = checkTableOrNull('ratings', ratings);
  const level = checkConfidence(confidence);
  const rows = completeRows(table);
  const n = rows.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2)
    return { n, k, msBetween: null, msWithin: null, msRaters: null, msError: null, ...undefinedForms() };
  const squares = twoWayMeanSquares(rows);
  const { between: B, within: W, raters: J, error: E } = squares;
  const meanSquares = { n, k, msBetween: B, msWithin: W, msRaters: J, msError: E };
  if (B === 0 && W === 0) return { ...meanSquares, ...undefinedForms() };
  const forms = {
    icc1: ratio(B - W, B + (k - 1) * W, B + k * W),
    icc2: ratio(B - E, B + (k - 1) * E + (k * (J - E)) / n, B + k * (J + E)),
    icc3: ratio(B - E, B + (k - 1) * E, B + k * E),
    icc1k: ratio(B - W, B, 0),
    icc2k: ratio(B - E, B + (J - E) / n, B + J + E),
    icc3k: ratio(B - E, B, 0),
  };
  // With B = 0 the mean of k raters carries no information on targets, whichever raters it averages.
  if (B === 0) forms.icc2k = null;
  return { ...meanSquares, ...forms, ci: iccIntervals(squares, n, k, forms, level) };
}

function undefinedForms(): Record<IccForm, null> & { ci: Record<IccForm, null> } {
  const forms = { icc1: null, icc2: null, icc3: null, icc1k: null, icc2k: null, icc3k: null };
  return { ...forms, ci: { ...forms } };
}
