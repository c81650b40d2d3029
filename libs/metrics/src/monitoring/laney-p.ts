import { checkAttributeCounts, outside, pooledRatio } from '../charts/index.js';
import { checkObject } from '../checks/index.js';

/** Argument of {@link laneyP}. */
export interface LaneyPInput {
  /** Items with the attribute in each subgroup: a whole number from 0 to the size; `null` is missing. */
  counts: readonly (number | null)[];
  /** Items in each subgroup: a whole number of at least 0; `null` is missing. */
  sizes: readonly (number | null)[];
}

/** Result of {@link laneyP}: proportions from 0 to 1. */
export interface LaneyPResult {
  /** Centre line; `null` when there is no subgroup. */
  center: number | null;
  /** How much wider than binomial the subgroups vary: 1 is an ordinary p chart; `null` without two neighbours. */
  sigmaZ: number | null;
  /** Upper limit of each subgroup, at most 1. */
  upper: (number | null)[];
  /** Lower limit of each subgroup, at least 0. */
  lower: (number | null)[];
  /** Indices of the proportions strictly outside their limits. */
  signals: number[];
}

/** d₂ for a moving range of two observations. */
const D2 = 1.128;

/**
 * Laney p′ chart: a proportion in large subgroups that vary by more than chance inside them.
 *
 * Formula: p̄ = Σcounts / Σsizes; seᵢ = √(p̄(1−p̄)/nᵢ); zᵢ = (pᵢ − p̄)/seᵢ; sigmaZ = mean |zᵢ − zᵢ₋₁| / 1.128; limits
 * p̄ ± 3·seᵢ·sigmaZ, inside [0, 1].
 *
 * Units: proportions, 0–1; sigmaZ has none. An empty or missing subgroup breaks the moving range on both sides. With
 * every proportion 0 or every proportion 1 there is no z and there are no limits.
 *
 * Source: Laney DB (2002) Quality Engineering 14:531-537.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number from 0 to its size or `null`, or lengths differ.
 * @example
 * laneyP({ counts: [120, 180, 150, 90], sizes: [1000, 1200, 1000, 900] });
 * // => {
 * //   center: 0.131707,
 * //   sigmaZ: 2.262188,
 * //   upper: [0.204282, 0.197959, 0.204282, 0.208208],
 * //   lower: [0.059132, 0.065456, 0.059132, 0.055206],
 * //   signals: [],
 * // }
 */
export function laneyP(input: LaneyPInput): LaneyPResult {
  const { counts, sizes } = checkObject('input', input);
  const data = checkAttributeCounts(counts, sizes, true);
  const center = pooledRatio(data, Infinity);
  const errors = data.sizes.map((size) =>
    center === null || !size ? null : Math.sqrt((center * (1 - center)) / size),
  );
  const z = data.ratios.map((ratio, i) => (ratio === null || !errors[i] ? null : (ratio - center!) / errors[i]));
  const sigmaZ = meanStep(z);
  const half = errors.map((error) => (error === null || sigmaZ === null ? null : 3 * error * sigmaZ));
  const upper = half.map((width) => (width === null ? null : Math.min(1, center! + width)));
  const lower = half.map((width) => (width === null ? null : Math.max(0, center! - width)));
  return { center, sigmaZ, upper, lower, signals: outside(data.ratios, lower, upper) };
}

/** The short-term standard deviation of the z values, from the steps between neighbours that are both there. */
function meanStep(z: readonly (number | null)[]): number | null {
  let total = 0;
  let steps = 0;
  for (let i = 1; i < z.length; i += 1) {
    const value = z[i] ?? null;
    const before = z[i - 1] ?? null;
    if (value === null || before === null) continue;
    total += Math.abs(value - before);
    steps += 1;
  }
  return steps > 0 ? total / steps / D2 : null;
}
