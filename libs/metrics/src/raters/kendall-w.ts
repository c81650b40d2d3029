import { checkObject, checkTableOrNull } from '../checks/index.js';
import { chiSquareUpperTail } from '../distributions/index.js';
import { momentsOf } from '../moments/index.js';
import { midranks } from '../ranks/index.js';

/** Argument of {@link kendallW}. */
export interface KendallWInput {
  /** One row per rater, one column per object. Objects that a rater left out (`null`) are dropped. */
  scores: readonly (readonly (number | null)[])[];
}

/** Result of {@link kendallW}; all `null` for fewer than 2 raters or objects, or when every rater ties all objects. */
export interface KendallWResult {
  /** Concordance corrected for ties, from 0 (none) to 1 (same order). */
  w: number | null;
  /** Concordance without the correction, at most `w`. */
  wUncorrected: number | null;
  /** Chi-square statistic m(n − 1)w. */
  chi2: number | null;
  /** Degrees of freedom, n − 1. */
  df: number | null;
  /** P(χ² ≥ chi2); an approximation that is good from about 8 objects on. */
  p: number | null;
}

/**
 * Kendall's coefficient of concordance: do m raters put n objects into the same order?
 *
 * Formula: each rater's scores become average ranks; S = Σ(R − R̄)² over the rank sums R of the objects;
 * w = 12S/(m²(n³−n) − m·ΣT), T = Σ(t³−t) over a rater's groups of t ties; wUncorrected = 12S/(m²(n³−n));
 * chi2 = m(n−1)w with n − 1 degrees of freedom.
 *
 * Units: none; 0 to 1.
 *
 * Source: Kendall MG, Babington Smith B (1939) Annals of Mathematical Statistics 10:275-287; Siegel & Castellan (1988)
 * Nonparametric Statistics, 2nd ed.; R irr `kendall(correct = TRUE)`; R `friedman.test`, whose statistic is chi2.
 *
 * @throws {TypeError | RangeError} when the table is ragged or a score is not a finite number or `null`.
 * @example
 * kendallW({ scores: [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 3]] });
 * // => { w: 0.724138, wUncorrected: 0.7, chi2: 6.517241, df: 3, p: 0.088985 }
 */
export function kendallW(input: KendallWInput): KendallWResult {
  const { scores } = checkObject('input', input);
  const table = checkTableOrNull('scores', scores);
  const rated = (table[0] ?? []).map((_, object) => table.every((row) => row[object] !== null));
  const raters = table.map((row) => row.filter((score, object): score is number => rated[object]! && score !== null));
  const m = raters.length;
  const n = raters[0]?.length ?? 0;
  const ranked = raters.map(midranks);
  const tied = ranked.reduce((sum, { ties }) => sum + ties, 0);
  const most = m ** 2 * (n ** 3 - n);
  const denominator = most - m * tied;
  if (m < 2 || n < 2 || denominator <= 0) return { w: null, wUncorrected: null, chi2: null, df: null, p: null };
  const rankSums = Array.from({ length: n }, (_, object) => ranked.reduce((sum, { ranks }) => sum + ranks[object]!, 0));
  const { squares } = momentsOf(rankSums);
  const w = Math.min(1, (12 * squares) / denominator);
  const chi2 = m * (n - 1) * w;
  return { w, wUncorrected: (12 * squares) / most, chi2, df: n - 1, p: chiSquareUpperTail(chi2, n - 1) };
}
