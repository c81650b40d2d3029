/** Refusals that name the argument and the index, as every measure gives them. */

export function requireNumber(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number`);
  return value;
}

export function requireNumberOrNull(value: unknown, name: string): number | null {
  return value === null ? null : requireNumber(value, name);
}

export function requireBetween(value: unknown, min: number, max: number, name: string): number {
  const number = requireNumber(value, name);
  if (number < min || number > max) throw new RangeError(`${name} must be between ${min} and ${max}`);
  return number;
}

export function requireWeight(value: unknown, name: string): number {
  const weight = requireNumber(value, name);
  if (weight < 0) throw new RangeError(`${name} must not be negative`);
  return weight;
}

export function requireArray<T>(value: readonly T[], name: string): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} must be an array`);
  return value;
}

/** Results are keyed by id, so that a repeated one would silently replace another. */
export function requireUnique(seen: Set<string | number>, key: string | number, name: string): void {
  if (seen.has(key)) throw new RangeError(`${name} repeats “${key}”`);
  seen.add(key);
}
