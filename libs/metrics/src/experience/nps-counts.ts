import { checkCount, checkObject } from '../checks/index.js';
import { countPoints } from './rating-counts.js';

/** Answers to the recommendation question by group: all that NPS needs, in a form that can be added up. */
export interface NpsCounts {
  /** Scores 0 to 6. */
  detractors: number;
  /** Scores 7 and 8. */
  passives: number;
  /** Scores 9 and 10. */
  promoters: number;
  /** Missing scores; 0 when left out. */
  missing?: number;
}

/** Argument of {@link npsCounts}. */
export interface NpsCountsInput {
  /** Whole numbers from 0 to 10; `null` is a missing score. */
  scores: readonly (number | null)[];
}

/** Argument of {@link mergeNpsCounts}. */
export interface MergeNpsCountsInput {
  /** Counts of one part. */
  a: NpsCounts;
  /** Counts of another part. */
  b: NpsCounts;
}

/** Counts with nothing left out. */
export type CheckedNpsCounts = Required<NpsCounts>;

/** Refuses anything but whole numbers of at least 0. */
export function checkNpsCounts(name: string, value: NpsCounts): CheckedNpsCounts {
  const { detractors, passives, promoters, missing = 0 } = checkObject(name, value);
  return {
    detractors: checkCount(`${name}.detractors`, detractors),
    passives: checkCount(`${name}.passives`, passives),
    promoters: checkCount(`${name}.promoters`, promoters),
    missing: checkCount(`${name}.missing`, missing),
  };
}

/**
 * Counts scores by group, so that an NPS can be rolled up from parts.
 *
 * Formula: detractors = scores 0–6, passives = 7–8, promoters = 9–10.
 *
 * Units: numbers of answers.
 *
 * Source: Reichheld FF (2003) Harvard Business Review 81(12):46-54.
 *
 * @throws {TypeError | RangeError} when a score is not a whole number from 0 to 10 or `null`.
 * @example
 * npsCounts({ scores: [10, 9, 8, 6, null] });
 * // => { detractors: 1, passives: 1, promoters: 2, missing: 1 }
 */
export function npsCounts(input: NpsCountsInput): CheckedNpsCounts {
  const { scores } = checkObject('input', input);
  const { counts, missing } = countPoints('scores', scores, 0, 10);
  const between = (from: number, to: number) => counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  return { detractors: between(0, 6), passives: between(7, 8), promoters: between(9, 10), missing };
}

/**
 * Counts of two parts together: exactly the counts of their scores together, in any order of merging.
 *
 * Formula: every number of the result is the sum of the two.
 *
 * Units: numbers of answers.
 *
 * Source: as `npsCounts`.
 *
 * @throws {TypeError | RangeError} when a count is not a whole number of at least 0.
 * @example
 * mergeNpsCounts({
 *   a: { detractors: 1, passives: 2, promoters: 3 },
 *   b: { detractors: 4, passives: 0, promoters: 1, missing: 2 },
 * });
 * // => { detractors: 5, passives: 2, promoters: 4, missing: 2 }
 */
export function mergeNpsCounts(input: MergeNpsCountsInput): CheckedNpsCounts {
  const { a, b } = checkObject('input', input);
  const first = checkNpsCounts('a', a);
  const second = checkNpsCounts('b', b);
  return {
    detractors: first.detractors + second.detractors,
    passives: first.passives + second.passives,
    promoters: first.promoters + second.promoters,
    missing: first.missing + second.missing,
  };
}
