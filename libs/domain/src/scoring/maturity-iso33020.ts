import { requireArray, requireBetween, requireNumber, requireUnique } from './arguments.js';

export type AttributeRating = 'N' | 'P' | 'L' | 'F';

export interface Iso33020Input {
  readonly levels: readonly {
    readonly level: number;
    readonly attributes: readonly { readonly id: string; readonly percent: number | null }[];
  }[];
}

export interface Iso33020Result {
  readonly ratings: Readonly<Record<string, AttributeRating | null>>;
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

/** The highest level whose attributes are largely achieved while all below are fully achieved. Missing counts as N. */
export function maturityIso33020({ levels }: Iso33020Input): Iso33020Result {
  const ratings: [string, AttributeRating | null][] = [];
  const seenLevels = new Set<number>();
  const seenAttributes = new Set<string>();
  const rated = requireArray(levels, 'levels').map(({ level, attributes }, index) => {
    const name = `levels[${index}].level`;
    requireNumber(level, name);
    if (!Number.isInteger(level) || level < 1) throw new RangeError(`${name} must be a whole number from 1`);
    requireUnique(seenLevels, level, name);
    const own = requireArray(attributes, `levels[${index}].attributes`).map(({ id, percent }, attribute) => {
      const where = `levels[${index}].attributes[${attribute}]`;
      requireUnique(seenAttributes, id, `${where}.id`);
      if (percent !== null) requireBetween(percent, 0, 100, `${where}.percent`);
      const rating = rate(percent);
      ratings.push([id, rating]);
      return rating;
    });
    return { level, own };
  });
  rated.sort((a, b) => a.level - b.level);
  let capabilityLevel = 0;
  for (const { level, own } of rated) {
    if (!own.every((rating) => rating === 'L' || rating === 'F')) break;
    capabilityLevel = level;
    if (!own.every((rating) => rating === 'F')) break;
  }
  return { ratings: Object.fromEntries(ratings), capabilityLevel };
}
