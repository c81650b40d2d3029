import { checkArray, checkNumbersOrNull, checkObject, present } from '../checks/index.js';
import { fUpperTail } from '../distributions/index.js';
import { momentsOf, squaresBetween, sumOf } from '../moments/index.js';

/** Argument of {@link iccMultilevel}. */
export interface IccMultilevelInput {
  /** One list of ratings per group, of any length; `null` is a missing rating. Groups without ratings do not count. */
  groups: readonly (readonly (number | null)[])[];
}

/** Result of {@link iccMultilevel}; with fewer than 2 groups, or no group of 2, everything from msBetween on is `null`. */
export interface IccMultilevelResult {
  /** Groups with ratings (G). */
  groups: number;
  /** Ratings (N). */
  n: number;
  /** N / G; `null` without groups. */
  meanSize: number | null;
  /** Group size to be used when sizes differ, (N − Σn²/N)/(G − 1); `null` for fewer than 2 groups. */
  n0: number | null;
  /** Mean square between groups, G − 1 degrees of freedom. */
  msBetween: number | null;
  /** Mean square within groups, N − G degrees of freedom. */
  msWithin: number | null;
  /** msBetween / msWithin; `null` when ratings do not vary within groups. */
  f: number | null;
  /** P(F ≥ f); `null` with `f`. */
  p: number | null;
  /** Share of the variance that lies between groups, with n0; can be negative. */
  icc1: number | null;
  /** The same with the mean group size, as R multilevel has it. */
  icc1MeanSize: number | null;
  /** Reliability of the group means; `null` when these do not differ. */
  icc2: number | null;
}

/**
 * Whether ratings may be averaged by group: multilevel ICC(1) and ICC(2), for groups of unequal size.
 *
 * Formula, with the mean squares of the one-way analysis of variance: icc1 = (MSB−MSW)/(MSB+(k−1)MSW) with
 * k = n0 = (N − Σn²/N)/(G−1); icc1MeanSize with k = N/G; icc2 = (MSB−MSW)/MSB.
 *
 * Units: none; at most 1. Negative values are reported: groups then differ less than chance would make them. Groups
 * of one rating stay in.
 *
 * Source: Bliese PD (2000) in Klein & Kozlowski, Multilevel Theory, Research, and Methods in Organizations, 349-381;
 * Searle, Casella & McCulloch (1992) Variance Components (n0); R multilevel `ICC1`, `ICC2`.
 *
 * @throws {TypeError | RangeError} when a rating is not a finite number or `null`.
 * @example
 * iccMultilevel({ groups: [[4, 5, 4], [2, 3], [5, 5, 4, 5]] });
 * // => {
 * //   groups: 3, n: 9, meanSize: 3, n0: 2.888889, msBetween: 3.486111, msWithin: 0.319444, f: 10.913043, p: 0.010025,
 * //   icc1: 0.774340, icc1MeanSize: 0.767677, icc2: 0.908367,
 * // }
 */
export function iccMultilevel(input: IccMultilevelInput): IccMultilevelResult {
  const { groups } = checkObject('input', input);
  const rated = Array.from(checkArray('groups', groups), (group, i) =>
    present(checkNumbersOrNull(`groups[${i}]`, group)),
  ).filter((ratings) => ratings.length > 0);
  const samples = rated.map((ratings) => momentsOf(ratings));
  const G = samples.length;
  const N = samples.reduce((sum, { n }) => sum + n, 0);
  const meanSize = G === 0 ? null : N / G;
  const n0 = G < 2 ? null : (N - samples.reduce((sum, { n }) => sum + n * n, 0) / N) / (G - 1);
  const sizes = { groups: G, n: N, meanSize, n0 };
  if (meanSize === null || n0 === null || N === G) {
    const none = { msBetween: null, msWithin: null, f: null, p: null, icc1: null, icc1MeanSize: null, icc2: null };
    return { ...sizes, ...none };
  }
  const msBetween = squaresBetween(rated) / (G - 1);
  const msWithin = sumOf(samples.map(({ squares }) => squares)) / (N - G);
  const f = msWithin === 0 ? null : msBetween / msWithin;
  const icc1 = (k: number) => {
    const denominator = msBetween + (k - 1) * msWithin;
    return denominator > 0 ? (msBetween - msWithin) / denominator : null;
  };
  return {
    ...sizes,
    msBetween,
    msWithin,
    f,
    p: f === null ? null : fUpperTail(f, G - 1, N - G),
    icc1: icc1(n0),
    icc1MeanSize: icc1(meanSize),
    icc2: msBetween === 0 ? null : (msBetween - msWithin) / msBetween,
  };
}
