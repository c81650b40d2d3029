import { checkObject } from './check-argument.js';
import { isWithin, LARGEST, refuseNumber, type NumberLimits } from './check-number.js';
import { describe } from './describe.js';

/**
 * Returns `value` when it is an array.
 * @throws TypeError otherwise.
 */
export function checkArray(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array, got ${describe(value)}`);
  return value;
}

/** Returns `value` when it is an array of objects; `Array.from` sees the holes of a sparse array, and they are refused. */
export function checkObjects<T extends object>(name: string, value: readonly T[]): readonly T[] {
  return Array.from(checkArray(name, value), (entry, i) => checkObject(`${name}[${i}]`, entry as T));
}

/** Whether a number inside the limits was given, without building anything: lists of a million values pass here. */
function within(limits: NumberLimits): (item: unknown) => boolean {
  const min = Math.max(limits.min ?? -LARGEST, -LARGEST);
  const max = Math.min(limits.max ?? LARGEST, LARGEST);
  const closed = !limits.aboveMin && !limits.belowMax;
  if (closed && !limits.integer) return (item) => typeof item === 'number' && item >= min && item <= max;
  return (item) => typeof item === 'number' && isWithin(item, limits);
}

/**
 * Returns `value` when it is an array of numbers inside the limits; the error names the index.
 * The loop counts instead of using `forEach` so that the holes of a sparse array are seen and refused.
 */
export function checkNumbers(name: string, value: unknown, limits: NumberLimits = {}): readonly number[] {
  const list = checkArray(name, value);
  const allowed = within(limits);
  for (let i = 0; i < list.length; i += 1) {
    if (!allowed(list[i])) refuseNumber(`${name}[${i}]`, list[i], limits);
  }
  return list as readonly number[];
}

/** As `checkNumbers`, with `null` allowed for a missing value. */
export function checkNumbersOrNull(
  name: string,
  value: unknown,
  limits: NumberLimits = {},
): readonly (number | null)[] {
  const list = checkArray(name, value);
  const allowed = within(limits);
  for (let i = 0; i < list.length; i += 1) {
    if (list[i] !== null && !allowed(list[i])) refuseNumber(`${name}[${i}]`, list[i], limits, true);
  }
  return list as readonly (number | null)[];
}

/** The values of a checked list without the missing ones. */
export function present(list: readonly (number | null)[]): number[] {
  return list.filter((item): item is number => item !== null);
}

/**
 * Two lists that belong together have the same length.
 * @throws RangeError naming both.
 */
export function checkSameLength(nameA: string, a: readonly unknown[], nameB: string, b: readonly unknown[]): void {
  if (a.length !== b.length) {
    throw new RangeError(`${nameB} must have as many entries as ${nameA} (${a.length}), got ${b.length}`);
  }
}
