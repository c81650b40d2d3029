import { checkConfidence, checkNumbersOrNull, checkObject, checkSameLength } from '../checks/index.js';
import { tTwoSidedP, zForConfidence } from '../distributions/index.js';
import { kendallTauB, midranks } from '../ranks/index.js';
import { product, unitDeviations } from '../regression/index.js';

/** Argument of {@link correlation}. */
export interface CorrelationInput {
  /** First variable; `null` is a missing value. */
  x: readonly (number | null)[];
  /** Second variable, as long as `x`; `null` is a missing value. */
  y: readonly (number | null)[];
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** Result of {@link correlation}; coefficients from −1 to 1, `null` without variance or when n < 2. */
export interface CorrelationResult {
  /** Pairs in which both values are present. */
  n: number;
  /** Product-moment correlation. */
  pearson: number | null;
  /** t statistic of `pearson` with n − 2 degrees of freedom; `null` when n < 3 or |r| = 1. */
  pearsonT: number | null;
  /** Two-sided p value of `pearsonT`. */
  pearsonP: number | null;
  /** Lower Fisher-z limit of `pearson`; `null` when n < 4 or |r| = 1. */
  pearsonLower: number | null;
  /** Upper Fisher-z limit of `pearson`. */
  pearsonUpper: number | null;
  /** Rank correlation: Pearson of the average ranks. */
  spearman: number | null;
  /** Two-sided p value of `spearman` by the t approximation; `null` when n < 3 or |ρ| = 1. */
  spearmanP: number | null;
  /** Kendall's τ_b, corrected for ties in both variables. */
  kendallTauB: number | null;
}

/**
 * Pearson, Spearman and Kendall τ_b correlations of two variables.
 *
 * Formula: r = Σdx·dy / √(Σdx²·Σdy²); t = r·√((n−2)/(1−r²)); limits = tanh(atanh r ± z/√(n−3)); ρ = r of the average
 * ranks; τ_b = (C − D)/√((n₀−n₁)(n₀−n₂)) with n₀ = n(n−1)/2 and n₁, n₂ the pairs tied in x and in y, counted by
 * Knight's merge sort in n·log n.
 *
 * Units: none, −1 to 1. A pair with a missing value is dropped.
 *
 * Source: Fisher RA (1921) Metron 1:3-32; Knight WR (1966) JASA 61:436-439; Anscombe FJ (1973) The American
 * Statistician 27:17-21; R `cor.test`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, lengths differ, or `confidence` is
 * not inside (0, 1).
 * @example
 * correlation({
 *   x: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
 *   y: [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
 * });
 * // => {
 * //   n: 11, pearson: 0.816421, pearsonT: 4.241455, pearsonP: 0.002170, pearsonLower: 0.424391,
 * //   pearsonUpper: 0.950693, spearman: 0.818182, spearmanP: 0.002083, kendallTauB: 0.636364,
 * // }
 */
export function correlation(input: CorrelationInput): CorrelationResult {
  const { x, y, confidence } = checkObject('input', input);
  const left = checkNumbersOrNull('x', x);
  const right = checkNumbersOrNull('y', y);
  checkSameLength('x', left, 'y', right);
  const z = zForConfidence(checkConfidence(confidence));
  const pairs: number[] = [];
  for (let i = 0; i < left.length; i += 1) if (left[i] !== null && right[i] !== null) pairs.push(i);
  const a = pairs.map((i) => left[i]!);
  const b = pairs.map((i) => right[i]!);
  const n = pairs.length;
  const pearson = linearCorrelation(a, b);
  const spearman = linearCorrelation(midranks(a).ranks, midranks(b).ranks);
  const pearsonT = tOf(pearson, n);
  const spearmanT = tOf(spearman, n);
  const hasLimits = pearsonT !== null && n > 3;
  const centre = hasLimits ? Math.atanh(pearson!.r) : 0;
  const half = hasLimits ? z / Math.sqrt(n - 3) : 0;
  return {
    n,
    pearson: pearson?.r ?? null,
    pearsonT,
    pearsonP: pearsonT === null ? null : tTwoSidedP(pearsonT, n - 2),
    pearsonLower: hasLimits ? Math.tanh(centre - half) : null,
    pearsonUpper: hasLimits ? Math.tanh(centre + half) : null,
    spearman: spearman?.r ?? null,
    spearmanP: spearmanT === null ? null : tTwoSidedP(spearmanT, n - 2),
    kendallTauB: kendallTauB(a, b),
  };
}

interface Coefficient {
  r: number;
  /** 1 − |r|, which near a perfect correlation has digits that r itself cannot hold. */
  short: number;
}

/** The product of two unit vectors; how far |r| falls short of 1 is half the squared distance between them. */
function linearCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): Coefficient | null {
  const u = unitDeviations(a)?.unit;
  const v = unitDeviations(b)?.unit;
  if (!u || !v) return null;
  const r = product(u, v);
  const apart = u.map((entry, i) => entry - Math.sign(r) * v[i]!);
  const short = product(apart, apart) / 2;
  return short < Number.EPSILON / 2 ? { r: Math.sign(r), short: 0 } : { r: Math.max(-1, Math.min(1, r)), short };
}

function tOf(coefficient: Coefficient | null, n: number): number | null {
  if (coefficient === null || coefficient.short === 0 || n < 3) return null;
  const { r, short } = coefficient;
  return r * Math.sqrt((n - 2) / (short * (1 + Math.abs(r))));
}
