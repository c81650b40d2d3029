import { checkFiniteOrNull, checkName, checkObject, checkObjects } from '@touchstone/metrics/checks';
import { ascending, checkLevels } from './check-levels.js';

/** Not, partially, largely, fully achieved. */
export type AttributeRating = 'N' | 'P' | 'L' | 'F';

/** One capability level and the process attributes that it asks for. */
export interface Iso33020Level {
  /** A whole number of at least 1, different for every level. */
  readonly level: number;
  readonly attributes: readonly {
    /** Different for every attribute of all levels. */
    readonly id: string;
    /** Achievement from 0 to 100 percent; null is not rated. */
    readonly percent: number | null;
  }[];
}

/** Argument of {@link maturityIso33020}. */
export interface Iso33020Input {
  /** In any order. */
  readonly levels: readonly Iso33020Level[];
}

/** Result of {@link maturityIso33020}. */
export interface Iso33020Result {
  /** Rating by attribute id; null where the percent is missing. */
  readonly ratings: Readonly<Record<string, AttributeRating | null>>;
  /** The level that is reached; 0 when none is. */
  readonly capabilityLevel: number;
}

/** A proportion above this is "fully achieved" in ISO/IEC 33020. */
export const FULLY_ACHIEVED_ABOVE = 0.85;

function rate(percent: number | null): AttributeRating | null {
  if (percent === null) return null;
  if (percent <= 15) return 'N';
  if (percent <= 50) return 'P';
  return percent <= 85 ? 'L' : 'F';
}

function rateAttributes(levels: readonly Iso33020Level[]): Map<string, AttributeRating | null> {
  const ratings = new Map<string, AttributeRating | null>();
  levels.forEach(({ attributes }, index) =>
    checkObjects(`levels[${index}].attributes`, attributes).forEach(({ id, percent }, attribute) => {
      const name = `levels[${index}].attributes[${attribute}]`;
      if (ratings.has(checkName(`${name}.id`, id))) {
        throw new RangeError(`${name}.id must be different from the attributes before it`);
      }
      ratings.set(id, rate(checkFiniteOrNull(`${name}.percent`, percent, { min: 0, max: 100 })));
    }),
  );
  return ratings;
}

/**
 * Ratings of process attributes and the capability level of a process, as ISO/IEC 33020 has them.
 *
 * Formula: N up to 15 %, P above 15 up to 50, L above 50 up to 85, F above 85. capabilityLevel = the highest level whose
 * attributes are all L or F while those of every level below are all F; 0 when there is none. An attribute that is not
 * rated counts as N.
 *
 * Units: percent in, 0 to 100; levels are whole numbers.
 *
 * Source: ISO/IEC 33020:2019 Process measurement framework for assessment of process capability.
 *
 * @throws {TypeError | RangeError} when a percent is not a number from 0 to 100 or null, a level not a whole number of at
 * least 1, a level repeated, or the id of an attribute empty or repeated.
 * @example
 * maturityIso33020({
 *   levels: [
 *     { level: 1, attributes: [{ id: 'PA 1.1', percent: 90 }] },
 *     { level: 2, attributes: [{ id: 'PA 2.1', percent: 70 }, { id: 'PA 2.2', percent: 86 }] },
 *     { level: 3, attributes: [{ id: 'PA 3.1', percent: 50 }, { id: 'PA 3.2', percent: null }] },
 *   ],
 * });
 * // => {
 * //   ratings: { 'PA 1.1': 'F', 'PA 2.1': 'L', 'PA 2.2': 'F', 'PA 3.1': 'P', 'PA 3.2': null },
 * //   capabilityLevel: 2,
 * // }
 */
export function maturityIso33020(input: Iso33020Input): Iso33020Result {
  const levels = checkLevels(checkObject('input', input).levels, 1);
  const ratings = rateAttributes(levels);
  let capabilityLevel = 0;
  for (const { level, attributes } of ascending(levels)) {
    const own = attributes.map(({ id }) => ratings.get(id));
    if (!own.every((rating) => rating === 'L' || rating === 'F')) break;
    capabilityLevel = level;
    if (!own.every((rating) => rating === 'F')) break;
  }
  return { ratings: Object.fromEntries(ratings), capabilityLevel };
}
