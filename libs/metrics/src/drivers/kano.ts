import { checkFiniteOrNull, checkObject, checkObjects } from '../checks/index.js';

/** One respondent's pair of answers in {@link kano}, each 1 like, 2 expect, 3 neutral, 4 live with, 5 dislike. */
export interface KanoResponse {
  /** How it is when the feature is there; `null` is missing. */
  functional: number | null;
  /** How it is when the feature is not there; `null` is missing. */
  dysfunctional: number | null;
}

/** Argument of {@link kano}. */
export interface KanoInput {
  responses: readonly KanoResponse[];
}

/** Must-be, One-dimensional, Attractive, Indifferent, Reverse, Questionable. */
export type KanoCategory = 'M' | 'O' | 'A' | 'I' | 'R' | 'Q';

/** Result of {@link kano}. */
export interface KanoResult {
  /** Complete pairs. */
  n: number;
  /** Pairs in each category. */
  counts: { A: number; O: number; M: number; I: number; R: number; Q: number };
  /** The most frequent category; `null` when n = 0. */
  category: KanoCategory | null;
  /** Satisfaction coefficient, 0 to 1; `null` without an A, O, M or I. */
  better: number | null;
  /** Dissatisfaction coefficient, −1 to 0; `null` without an A, O, M or I. */
  worse: number | null;
}

/** Rows: functional answer 1 to 5; columns: dysfunctional answer 1 to 5. */
const EVALUATION_TABLE: readonly (readonly KanoCategory[])[] = [
  ['Q', 'A', 'A', 'A', 'O'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'R', 'R', 'R', 'Q'],
];

/** Which category wins a tie: the one whose neglect hurts most. */
const TIE_ORDER: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];

/**
 * Kano classification of one feature from paired questions.
 *
 * Formula: each pair is looked up in the evaluation table; category = the most frequent one, ties M > O > A > I > R >
 * Q; better = (A + O)/(A + O + M + I); worse = −(O + M)/(A + O + M + I).
 *
 * Units: counts; better 0 to 1, worse −1 to 0. Pairs with a missing answer are dropped.
 *
 * Source: Kano N et al. (1984) Journal of the Japanese Society for Quality Control 14(2):39-48; Berger C et al. (1993)
 * Center for Quality Management Journal 2(4):3-36.
 *
 * @throws {TypeError | RangeError} when an answer is not a whole number from 1 to 5 or `null`.
 * @example
 * kano({
 *   responses: [
 *     { functional: 1, dysfunctional: 5 },
 *     { functional: 1, dysfunctional: 3 },
 *     { functional: 3, dysfunctional: 5 },
 *     { functional: 1, dysfunctional: 5 },
 *     { functional: 2, dysfunctional: null },
 *   ],
 * });
 * // => { n: 4, counts: { A: 1, O: 2, M: 1, I: 0, R: 0, Q: 0 }, category: 'O', better: 0.75, worse: -0.75 }
 */
export function kano(input: KanoInput): KanoResult {
  const { responses } = checkObject('input', input);
  const counts = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  let n = 0;
  checkObjects('responses', responses).forEach((pair, i) => {
    const limits = { integer: true, min: 1, max: 5 };
    const functional = checkFiniteOrNull(`responses[${i}].functional`, pair.functional, limits);
    const dysfunctional = checkFiniteOrNull(`responses[${i}].dysfunctional`, pair.dysfunctional, limits);
    if (functional === null || dysfunctional === null) return;
    n += 1;
    counts[EVALUATION_TABLE[functional - 1]![dysfunctional - 1]!] += 1;
  });
  const { A, O, M, I } = counts;
  const base = A + O + M + I;
  const most = Math.max(...Object.values(counts));
  return {
    n,
    counts,
    category: n === 0 ? null : TIE_ORDER.find((category) => counts[category] === most)!,
    better: base === 0 ? null : (A + O) / base,
    // Subtracted from 0, because -0 would be shown as "-0".
    worse: base === 0 ? null : 0 - (O + M) / base,
  };
}
