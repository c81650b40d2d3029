/** A factor that somebody scores; null (or left out) is "not scored yet". */
export type Scored = number | null | undefined;

/** Refuses what is not a finite number, by name: `items[2].effort`. */
export function checkNumber(name: string, value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, got ${nameOf(value)}`);
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, got ${value}`);
  return value;
}

/** The same for a factor that may be missing; a missing one comes back as null. */
export function checkScored(name: string, value: Scored, minimum = -Infinity, maximum = Infinity): number | null {
  if (value === null || value === undefined) return null;
  return checkRange(name, value, minimum, maximum);
}

export function checkRange(name: string, value: unknown, minimum: number, maximum: number): number {
  const number = checkNumber(name, value);
  if (number >= minimum && number <= maximum) return number;
  const range = maximum === Infinity ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
  throw new RangeError(`${name} must be ${range}, got ${number}`);
}

export function checkAboveZero(name: string, value: Scored): number | null {
  const number = checkScored(name, value);
  if (number !== null && number <= 0) throw new RangeError(`${name} must be above 0, got ${number}`);
  return number;
}

export function checkList<T>(name: string, value: readonly T[]): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array, got ${nameOf(value)}`);
  value.forEach((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null)
      throw new TypeError(`${name}[${index}] must be an object, got ${nameOf(entry)}`);
  });
  return value;
}

function nameOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
}
