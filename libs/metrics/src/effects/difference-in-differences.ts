import { checkConfidence, checkNumbersOrNull, checkObject, present } from '../checks/index.js';
import { tForConfidence, tTwoSidedP } from '../distributions/index.js';
import { momentsOf, type Moments } from '../moments/index.js';

/** Argument of {@link differenceInDifferences}: four independent groups; `null` is a missing value. */
export interface DifferenceInDifferencesInput {
  /** Who received the change, before it. */
  treatPre: readonly (number | null)[];
  /** Who received the change, after it. */
  treatPost: readonly (number | null)[];
  /** Who did not, before it. */
  controlPre: readonly (number | null)[];
  /** Who did not, after it. */
  controlPost: readonly (number | null)[];
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link differenceInDifferences}; lists are ordered treatPre, treatPost, controlPre, controlPost. */
export interface DifferenceInDifferencesResult {
  /** Values present in each group. */
  n: [number, number, number, number];
  /** Mean of each group; `null` when it is empty. */
  means: [number | null, number | null, number | null, number | null];
  /** The effect, in the unit of the values; `null` when a group is empty. */
  estimate: number | null;
  /** Standard error with each group's own variance; `null` when a group has fewer than 2 values. */
  se: number | null;
  /** Satterthwaite degrees of freedom, not rounded; `null` when se is 0. */
  df: number | null;
  /** estimate / se; `null` when se is 0. */
  t: number | null;
  /** Two-sided p value; `null` when se is 0. */
  p: number | null;
  /** Lower limit of the effect; `null` when se is 0. */
  lower: number | null;
  /** Upper limit of the effect; `null` when se is 0. */
  upper: number | null;
  /** Standard error with one variance for all groups; `null` when a group has fewer than 2 values. */
  sePooled: number | null;
}

/**
 * Difference in differences of repeated cross-sections: what changed beyond what changed anyway.
 *
 * Formula: estimate = (treatPost − treatPre) − (controlPost − controlPre) of the means; se = √Σ s²/n over the four
 * groups (HC2 of the saturated regression); df = (Σ s²/n)² / Σ((s²/n)²/(n−1)); limits = estimate ± t(df)·se;
 * sePooled² = Σ(n−1)s²/(N−4) · Σ 1/n.
 *
 * Units: those of the values. Missing values are dropped. It is the effect only if the two groups would otherwise
 * have moved in parallel, and the four groups must be different people.
 *
 * Source: Card D, Krueger AB (1994) American Economic Review 84:772-793, Table 3; R `lm(y ~ treat * post)`, sandwich
 * `vcovHC(type = "HC2")`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, or `confidence` not inside (0, 1).
 * @example
 * differenceInDifferences({
 *   treatPre: [3, 5, 4, 6, 4],
 *   treatPost: [7, 8, 6, 9, 7, 8],
 *   controlPre: [3, 4, 4, 5],
 *   controlPost: [4, 5, 5, 4, 6],
 * });
 * // => {
 * //   n: [5, 6, 4, 5], means: [4.4, 7.5, 4, 4.8], estimate: 2.3, se: 0.866025, df: 14.888246, t: 2.655811,
 * //   p: 0.018068, lower: 0.452903, upper: 4.147097, sePooled: 0.889464,
 * // }
 */
export function differenceInDifferences(input: DifferenceInDifferencesInput): DifferenceInDifferencesResult {
  const { treatPre, treatPost, controlPre, controlPost, confidence } = checkObject('input', input);
  const cell = (name: string, values: unknown): Moments => momentsOf(present(checkNumbersOrNull(name, values)));
  const cells: [Moments, Moments, Moments, Moments] = [
    cell('treatPre', treatPre),
    cell('treatPost', treatPost),
    cell('controlPre', controlPre),
    cell('controlPost', controlPost),
  ];
  const level = checkConfidence(confidence);
  const [a, b, c, d] = cells;
  const known = a.mean !== null && b.mean !== null && c.mean !== null && d.mean !== null;
  const estimate = known ? b.mean! - a.mean! - (d.mean! - c.mean!) : null;
  return {
    n: [a.n, b.n, c.n, d.n],
    means: [a.mean, b.mean, c.mean, d.mean],
    estimate,
    ...inference(cells, estimate, level),
  };
}

type Inference = Omit<DifferenceInDifferencesResult, 'n' | 'means' | 'estimate'>;

function inference(cells: readonly Moments[], estimate: number | null, confidence: number): Inference {
  const untested = { df: null, t: null, p: null, lower: null, upper: null };
  if (estimate === null || cells.some(({ n }) => n < 2)) return { se: null, ...untested, sePooled: null };
  const total = (term: (cell: Moments) => number): number => cells.reduce((sum, cell) => sum + term(cell), 0);
  const squared = total(({ n, variance }) => variance! / n);
  const se = Math.sqrt(squared);
  const spread = total(({ squares }) => squares) / total(({ n }) => n - 1);
  const sePooled = Math.sqrt(spread * total(({ n }) => 1 / n));
  if (se === 0) return { se, ...untested, sePooled };
  const df = 1 / total(({ n, variance }) => (variance! / n / squared) ** 2 / (n - 1));
  const t = estimate / se;
  const half = tForConfidence(confidence, df) * se;
  return { se, df, t, p: tTwoSidedP(t, df), lower: estimate - half, upper: estimate + half, sePooled };
}
