import { describe, isRecord } from './describe.js';

/**
 * Returns `value` when it is an object with named fields; every function of the library starts here, so that a call
 * without arguments or with a bare list is refused by name and not by a crash further down.
 * @throws TypeError otherwise.
 */
export function checkObject<T extends object>(name: string, value: T): T {
  if (!isRecord(value)) throw new TypeError(`${name} must be an object, got ${describe(value)}`);
  return value;
}

/**
 * Which of two forms an argument has: `true` when `key` is given. A field that is `undefined` or `null` is not given.
 * @throws TypeError when both are, because one of them would have to be ignored.
 */
export function isGiven<T extends object, K extends PropertyKey>(
  input: T,
  key: K,
  other: string,
): input is T & Record<K, Extract<T, Record<K, unknown>>[K]> {
  const fields = input as Record<PropertyKey, unknown>;
  if (fields[key] === undefined || fields[key] === null) return false;
  if (fields[other] !== undefined && fields[other] !== null) {
    throw new TypeError(`input must have ${other} or ${String(key)}, got both`);
  }
  return true;
}

/**
 * Returns `value` when it is one of the names allowed.
 * @throws TypeError when it is not text, RangeError when it is an unknown name.
 */
export function checkOneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const expected = `${name} must be one of ${allowed.map((item) => `"${item}"`).join(', ')}`;
  if (typeof value !== 'string') throw new TypeError(`${expected}, got ${describe(value)}`);
  if (!allowed.includes(value as T)) throw new RangeError(`${expected}, got another name`);
  return value as T;
}

/** `true` or `false`; `undefined` gives the default. */
export function checkFlag(name: string, value: unknown, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  if (typeof value !== 'boolean') throw new TypeError(`${name} must be true or false, got ${describe(value)}`);
  return value;
}

/** Non-empty text, such as an id or a name. */
export function checkName(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${name} must be text, got ${describe(value)}`);
  if (value === '') throw new RangeError(`${name} must be text of at least 1 character, got an empty text`);
  return value;
}

/**
 * Non-empty text that is different in every entry: the error names the entry that repeats an earlier one. `field` is
 * where in the entry the name stands, as in ".id".
 */
export function checkUniqueNames(name: string, values: readonly unknown[], field = ''): readonly string[] {
  const seen = new Set<string>();
  return Array.from(values, (value, i) => {
    const text = checkName(`${name}[${i}]${field}`, value);
    if (seen.has(text)) throw new RangeError(`${name}[${i}]${field} must be different from the names before it`);
    seen.add(text);
    return text;
  });
}
