import { runInNewContext } from 'node:vm';
import { exampleOf } from './source-comments.factory.js';

const TEXT_OR_NUMBER = /'[^']*'|"[^"]*"|(?<![\w$.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w$])/g;

/** A number of an expected result: exact when written whole, else right to the last digit that is written. */
class Written {
  readonly #value: number;
  readonly #tolerance: number;

  constructor(literal: string) {
    const [digits = '', exponent = '0'] = literal.split('e');
    const decimals = digits.split('.')[1]?.length;
    this.#value = Number(literal);
    this.#tolerance = decimals === undefined ? 0 : 0.5000001 * 10 ** (Number(exponent) - decimals);
  }

  matches(actual: unknown): boolean {
    return typeof actual === 'number' && Math.abs(actual - this.#value) <= this.#tolerance;
  }
}

/** Paths at which a result is not what an example says. */
export function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (expected instanceof Written) return expected.matches(actual) ? [] : [`${path}: ${String(actual)}`];
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(expected, actual) ? [] : [`${path}: ${String(actual)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) =>
    differences((expected as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** The expected result of an example, its numbers as written. */
export function evaluateExpected(text: string): unknown {
  const source = text.replace(TEXT_OR_NUMBER, (token) => (/^['"]/.test(token) ? token : `written('${token}')`));
  return runInNewContext(`(${source})`, { written: (literal: string) => new Written(literal) });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/**
 * Runs the worked example of a comment with the given functions and returns where its result differs; a comment without
 * one differs as a whole. The functions get inputs that cannot be changed: writing to one would throw.
 */
export function exampleDifferences(comment: string, functions: Record<string, unknown>, name: string): string[] {
  const example = exampleOf(comment);
  if (example === null || !example.code.includes(`${name}(`)) return [`${name}: no example that calls it`];
  const frozen = Object.entries(functions).map(([key, value]) => [
    key,
    typeof value === 'function' ? (input: unknown): unknown => value(deepFreeze(input)) : value,
  ]);
  const result: unknown = runInNewContext(example.code, Object.fromEntries(frozen));
  return differences(evaluateExpected(example.expected), result, name);
}
