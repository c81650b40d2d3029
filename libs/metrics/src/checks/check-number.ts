import { describe } from './describe.js';

/** Limits of a number; a bound that is left out does not apply. */
export interface NumberLimits {
  /** Smallest value allowed. */
  min?: number;
  /** Largest value allowed. */
  max?: number;
  /** Excludes `min` itself. */
  aboveMin?: boolean;
  /** Excludes `max` itself. */
  belowMax?: boolean;
  /** Only whole numbers. */
  integer?: boolean;
}

/**
 * The largest number in size that is computed with. Squares and cubes of it stay far inside the range of doubles, so
 * that no result overflows into an infinity or into NaN; nothing that is measured comes near it.
 */
export const LARGEST = 1e100;

/** The limits in words, as they stand in every error message: "an integer from 0 to 10". */
export function limitsInWords({ min, max, aboveMin, belowMax, integer }: NumberLimits): string {
  const kind = integer ? 'an integer' : 'a finite number';
  if (min !== undefined && max !== undefined && !aboveMin && !belowMax) return `${kind} from ${min} to ${max}`;
  const bounds: string[] = [];
  if (min !== undefined) bounds.push(aboveMin ? `greater than ${min}` : `of at least ${min}`);
  // "of" belongs to the first bound only: "greater than 0 and at most 1".
  if (max !== undefined) bounds.push(belowMax ? `less than ${max}` : `${bounds.length ? '' : 'of '}at most ${max}`);
  return bounds.length ? `${kind} ${bounds.join(' and ')}` : kind;
}

/** `true` when the number is finite, not larger than `LARGEST` in size, and inside the limits. */
export function isWithin(value: number, limits: NumberLimits): boolean {
  const { min = -LARGEST, max = LARGEST, aboveMin, belowMax, integer } = limits;
  return (
    Math.abs(value) <= LARGEST &&
    (aboveMin ? value > min : value >= min) &&
    (belowMax ? value < max : value <= max) &&
    (!integer || Number.isInteger(value))
  );
}

/** Throws the error that names `name`, the allowed range and what was received. */
export function refuseNumber(name: string, value: unknown, limits: NumberLimits, orNull = false): never {
  const tooLarge = typeof value === 'number' && Number.isFinite(value) && Math.abs(value) > LARGEST;
  const allowed = `${limitsInWords(limits)}${tooLarge ? ` of size ${LARGEST} at most` : ''}${orNull ? ' or null' : ''}`;
  const message = `${name} must be ${allowed}, got ${describe(value)}`;
  throw typeof value === 'number' ? new RangeError(message) : new TypeError(message);
}

/**
 * Returns `value` when it is a number inside the limits.
 * @throws TypeError when it is not a number, RangeError when it is `NaN`, infinite, fractional, out of range or larger
 * than `LARGEST` in size.
 */
export function checkNumber(name: string, value: unknown, limits: NumberLimits = {}): number {
  if (typeof value !== 'number' || !isWithin(value, limits)) refuseNumber(name, value, limits);
  return value;
}

/** A finite number. */
export function checkFinite(name: string, value: unknown): number {
  return checkNumber(name, value);
}

/** A finite number or `null` for a missing one. */
export function checkFiniteOrNull(name: string, value: unknown, limits: NumberLimits = {}): number | null {
  if (value === null) return null;
  if (typeof value !== 'number' || !isWithin(value, limits)) refuseNumber(name, value, limits, true);
  return value;
}

/** A whole number inside [min, max]. */
export function checkInteger(name: string, value: unknown, min = -Infinity, max = Infinity): number {
  return checkNumber(name, value, {
    integer: true,
    ...(min > -Infinity && { min }),
    ...(max < Infinity && { max }),
  });
}

/** A whole number of at least 1. */
export function checkPositiveInteger(name: string, value: unknown): number {
  return checkInteger(name, value, 1);
}

/** A count: a whole number of at least 0. */
export function checkCount(name: string, value: unknown): number {
  return checkInteger(name, value, 0, Number.MAX_SAFE_INTEGER);
}

/** A confidence level strictly between 0 and 1; `undefined` gives the default of 0.95. */
export function checkConfidence(value: unknown): number {
  if (value === undefined) return 0.95;
  return checkNumber('confidence', value, { min: 0, max: 1, aboveMin: true, belowMax: true });
}
