import { exactSum } from '../scoring/exact-sum.js';

/**
 * Agreement between raters, computed from the moments of practice cells and nothing else: what is published of a wave
 * as a whole then says nothing that its practices do not say already (see `../anonymity/suppression.ts`).
 */
export interface UnitMoments {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1; null when n < 2. */
  readonly variance: number | null;
}

/**
 * r_wg of one practice, or r_wg(j) of several: how much less raters differ than if they had answered at random.
 *
 * Formula: r = min(mean variance, σ²) / σ² with σ² = (A² − 1)/12 for A scale points; J(1 − r) / (J(1 − r) + r).
 * Over complete answers this is `rwgAd` of the metrics library; the mean is over practices, each with its own raters,
 * where that function drops whoever left one out. 0 is no more agreement than chance, 1 is everybody the same.
 *
 * Source: James, Demaree & Wolf (1984) J Appl Psychol 69:85-98.
 */
export function withinGroupAgreement(variances: readonly (number | null)[], categories: number): number | null {
  const known = variances.filter((variance) => variance !== null);
  if (known.length === 0 || known.length < variances.length || categories < 2) return null;
  const byChance = (categories ** 2 - 1) / 12;
  const ratio = Math.min(exactSum(known) / known.length, byChance) / byChance;
  const agreed = known.length * (1 - ratio);
  return agreed / (agreed + ratio);
}

export interface WaveAgreement {
  /** Krippendorff's α, interval metric; practices are the units. Below 0 where raters differ more than chance. */
  readonly krippendorffAlpha: number | null;
  /** ICC(1): the share of one rating's variance that lies between practices. Equals Shrout & Fleiss (1,1) when complete. */
  readonly icc: number | null;
  /** ICC(2): reliability of the practices' means, with as many raters as there were. */
  readonly iccOfMeans: number | null;
}

/**
 * Formula: with units u of nᵤ ≥ 2 ratings, N in all: α = 1 − (Σ nᵤ·sᵤ² / N) / s² where s² is the variance of all N
 * ratings. (Krippendorff's coincidences, each pair weighted by 1/(nᵤ − 1), sum to exactly this for squared differences.)
 * One-way analysis of variance: ICC(1) = (MSB − MSW) / (MSB + (n₀ − 1)·MSW), n₀ = (N − Σ nᵤ²/N) / (G − 1);
 * ICC(2) = (MSB − MSW) / MSB. Null where nothing varies or fewer than two units have two raters.
 *
 * Source: Krippendorff (2011) Computing Krippendorff's Alpha-Reliability; Bliese (2000) in Klein & Kozlowski;
 * Searle, Casella & McCulloch (1992) for n₀.
 */
export function waveAgreement(units: readonly UnitMoments[]): WaveAgreement {
  const rated = units.flatMap(({ n, mean, variance }) => (variance === null || n < 2 ? [] : [{ n, mean, variance }]));
  const total = exactSum(rated.map(({ n }) => n));
  if (rated.length < 2) return { krippendorffAlpha: null, icc: null, iccOfMeans: null };
  const grandMean = exactSum(rated.map(({ n, mean }) => n * mean)) / total;
  // Equal means differ from their own mean by rounding, which would look like a little variance between practices.
  const alike = rated.every(({ mean }) => mean === rated[0]!.mean);
  const between = alike ? 0 : exactSum(rated.map(({ n, mean }) => n * (mean - grandMean) ** 2));
  const within = exactSum(rated.map(({ n, variance }) => (n - 1) * variance));
  const expected = (between + within) / (total - 1);
  const observed = exactSum(rated.map(({ n, variance }) => n * variance)) / total;

  const msBetween = between / (rated.length - 1);
  const msWithin = within / (total - rated.length);
  const raters = (total - exactSum(rated.map(({ n }) => n * n)) / total) / (rated.length - 1);
  const denominator = msBetween + (raters - 1) * msWithin;
  return {
    krippendorffAlpha: expected > 0 ? 1 - observed / expected : null,
    icc: denominator > 0 ? (msBetween - msWithin) / denominator : null,
    iccOfMeans: msBetween > 0 ? (msBetween - msWithin) / msBetween : null,
  };
}
