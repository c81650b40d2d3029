import { runInNewContext } from 'node:vm';
import * as library from '../index.js';
import { declarations, exampleOf } from './source-comments.factory.js';

const exported = new Map<string, unknown>(Object.entries(library));
const documented = new Map(declarations().map((declaration) => [declaration.name, declaration]));
const functions = [...exported].filter(([, value]) => typeof value === 'function').map(([name]) => name);

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

/** Paths at which the result is not what the example says. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (expected instanceof Written) return expected.matches(actual) ? [] : [`${path}: ${String(actual)}`];
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(expected, actual) ? [] : [`${path}: ${String(actual)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) =>
    differences((expected as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

function evaluateExpected(text: string): unknown {
  const source = text.replace(TEXT_OR_NUMBER, (token) => (/^['"]/.test(token) ? token : `written('${token}')`));
  return runInNewContext(`(${source})`, { written: (literal: string) => new Written(literal) });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** The functions of the library, given inputs that cannot be changed: writing to one would throw. */
const frozen = Object.fromEntries(
  [...exported].map(([name, value]) => [
    name,
    typeof value === 'function' ? (input: unknown): unknown => value(deepFreeze(input)) : value,
  ]),
);

describe('the worked example of every exported function', () => {
  it('finds the functions of the library', () => {
    expect(functions).toContain('wilsonInterval');
  });

  it.each(functions)('%s', (name) => {
    const example = exampleOf(documented.get(name)?.comment ?? '');
    expect(example).not.toBeNull();
    const result: unknown = runInNewContext(example!.code, { ...frozen });
    expect(example!.code).toContain(`${name}(`);
    expect(differences(evaluateExpected(example!.expected), result, name)).toEqual([]);
  });

  it('notices a wrong digit and a field too many', () => {
    expect(differences(evaluateExpected('{ a: 0.25 }'), { a: 0.256 }, 'x')).toEqual(['x.a: 0.256']);
    expect(differences(evaluateExpected('{ a: 0.25 }'), { a: 0.2549, b: null }, 'x')).toEqual(['x.b: null']);
    expect(differences(evaluateExpected("{ a: '2of3', n: 3 }"), { a: '2of3', n: 3.0001 }, 'x')).toEqual([
      'x.n: 3.0001',
    ]);
  });
});
