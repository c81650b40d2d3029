import {
  checkConfidence,
  checkFiniteOrNull,
  checkInteger,
  checkNumbersOrNull,
  checkObject,
  checkOneOf,
  isGiven,
  present,
} from '../checks/index.js';
import { normalCdf, normalQuantile } from '../distributions/index.js';
import { sumOf } from '../moments/index.js';
import { resample, type Resampled } from '../random/index.js';
import { unitDeviations } from '../regression/index.js';

/** Ten million replicates take 80 MB; a typing error that asks for more is refused. */
const MOST_REPLICATES = 10_000_000;

/** Replicates that were drawn elsewhere. */
export interface BootstrapReplicates {
  /** The statistic of each resample; `null` is missing. */
  replicates: readonly (number | null)[];
  /** The statistic of the sample; without it there is no BCa interval. */
  estimate?: number | null;
  /** The statistic without each observation in turn; without it there is no BCa interval. */
  jackknife?: readonly (number | null)[] | null;
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
}

/** A sample to draw from. */
export interface BootstrapSample {
  /** The observations; `null` is missing. */
  data: readonly (number | null)[];
  /** What is estimated. */
  statistic: 'mean' | 'median';
  /** Level strictly between 0 and 1; 0.95 when left out. */
  confidence?: number;
  /** Resamples that are drawn: a whole number from 1 to 10,000,000; 10,000 when left out. */
  minB?: number;
  /** Whole number from 0 to 2³² − 1 on which all randomness rests; 0 when left out. */
  seed?: number;
}

/** Argument of {@link bootstrapCi}. */
export type BootstrapCiInput = BootstrapReplicates | BootstrapSample;

/** Result of {@link bootstrapCi}: limits in the unit of the statistic. */
export interface BootstrapCiResult {
  /** Percentile limits [lower, upper]; `null` without replicates. */
  percentile: [number, number] | null;
  /** Bias-corrected and accelerated limits; `null` when the correction is not defined. */
  bca: [number, number] | null;
}

/**
 * Bootstrap confidence intervals, percentile and BCa.
 *
 * Formula: percentile = quantiles of the replicates t* at (1−c)/2 and 1−(1−c)/2, linearly interpolated (type 7). BCa
 * takes them at Φ(z₀ + (z₀+z)/(1−a(z₀+z))), z = Φ⁻¹ of those probabilities, with the bias z₀ = Φ⁻¹((#{t*<t}+½#{t*=t})/B)
 * and the acceleration a = Σd³/(6(Σd²)^1.5), d = mean of the jackknife values − jackknife value.
 *
 * Units: those of the statistic. Missing values are dropped. The same seed gives the same limits. BCa is `null` when
 * every replicate lies on one side of the estimate, when the jackknife values do not vary, or when the acceleration
 * turns a limit over (1 − a(z₀+z) ≤ 0).
 *
 * Source: Efron B, Tibshirani RJ (1993) An Introduction to the Bootstrap, ch. 13-14; R boot `boot.ci` (which
 * interpolates on the normal scale); SciPy `stats.bootstrap`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, the statistic unknown, `confidence` not
 * inside (0, 1), or `minB` or `seed` not a whole number in range.
 * @example
 * bootstrapCi({
 *   replicates: [3.1, 2.7, 3.9, 4.2, 3.3, 2.9, 3.6, 3.8, 4.0, 3.2],
 *   estimate: 3.4,
 *   jackknife: [3.2, 3.5, 3.6, 3.1, 3.3],
 *   confidence: 0.9,
 * });
 * // => { percentile: [2.79, 4.11], bca: [2.784128, 4.104047] }
 */
export function bootstrapCi(input: BootstrapCiInput): BootstrapCiResult {
  const given = checkObject('input', input) as Partial<BootstrapReplicates & BootstrapSample>;
  const confidence = checkConfidence(given.confidence);
  const sample = isGiven(input, 'replicates', 'data') ? fromReplicates(given) : fromData(given);
  if (sample === null || sample.replicates.length === 0) return { percentile: null, bca: null };
  const probabilities: [number, number] = [(1 - confidence) / 2, 1 - (1 - confidence) / 2];
  const adjusted = bcaProbabilities(sample, probabilities);
  const limits = ([low, high]: [number, number]): [number, number] => [
    quantileOfSorted(sample.replicates, low),
    quantileOfSorted(sample.replicates, high),
  ];
  return { percentile: limits(probabilities), bca: adjusted && limits(adjusted) };
}

type Sample = Pick<Resampled, 'replicates' | 'jackknife'> & { estimate: number | null };

function fromReplicates(given: Partial<BootstrapReplicates>): Sample {
  const { replicates, estimate = null, jackknife } = given;
  return {
    replicates: Float64Array.from(present(checkNumbersOrNull('replicates', replicates))).sort(),
    estimate: checkFiniteOrNull('estimate', estimate),
    jackknife: present(checkNumbersOrNull('jackknife', jackknife ?? [])),
  };
}

function fromData(given: Partial<BootstrapSample>): Sample | null {
  const { data, statistic, minB = 10_000, seed = 0 } = given;
  const values = present(checkNumbersOrNull('data', data));
  const name = checkOneOf('statistic', statistic, ['mean', 'median']);
  checkInteger('minB', minB, 1, MOST_REPLICATES);
  checkInteger('seed', seed, 0, 2 ** 32 - 1);
  return values.length === 0 ? null : resample(values, name, minB, seed);
}

/** The probabilities at which BCa reads its limits; `null` when the correction is not defined. */
function bcaProbabilities(
  { replicates, estimate, jackknife }: Sample,
  probabilities: [number, number],
): [number, number] | null {
  const deviations = unitDeviations(jackknife)?.unit;
  if (estimate === null || deviations === undefined) return null;
  // Σd³/(6(Σd²)^1.5) of deviations scaled to Σd² = 1, whose cubes neither overflow nor vanish.
  const acceleration = -sumOf(deviations.map((deviation) => deviation ** 3)) / 6;
  const below = replicates.reduce((sum, t) => sum + (t < estimate ? 1 : t === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile(below / replicates.length);
  if (!Number.isFinite(bias)) return null;
  const [low, high] = probabilities.map((probability) => {
    const z = bias + normalQuantile(probability);
    const shrink = 1 - acceleration * z;
    return shrink > 0 ? normalCdf(bias + z / shrink) : null;
  });
  return low == null || high == null ? null : [low, high];
}

/** Type 7: linear between the order statistics, the first at probability 0 and the last at 1. */
function quantileOfSorted(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
