import { checkCount, checkInteger, checkNumbersOrNull, checkObject, LARGEST } from '../checks/index.js';
import { describe } from '../checks/describe.js';
import { add, dyadicOf, ExactSum, multiply, quotient, type Dyadic } from '../moments/index.js';

/** A number without rounding, digits × 2^exponent; text and number, so that it can be stored as JSON. */
export interface ExactNumber {
  /** A whole number in decimal digits, odd or "0". */
  digits: string;
  /** Power of two; 0 for the number 0. */
  exponent: number;
}

/** Sums of real values that can be added up without rounding: what means and variances need. */
export interface ValueSums {
  /** Values that are present. */
  n: number;
  /** Values that are missing. */
  missing: number;
  /** Σx, exactly. */
  sum: ExactNumber;
  /** Σx², exactly. */
  sumSq: ExactNumber;
}

/** Argument of {@link valueSums}. */
export interface ValueSumsInput {
  /** Finite numbers; `null` is a missing value. */
  values: readonly (number | null)[];
}

/** Argument of {@link mergeValueSums}. */
export interface MergeValueSumsInput {
  /** Sums of one part. */
  a: ValueSums;
  /** Sums of another part. */
  b: ValueSums;
}

/** Checked sums in the form that is computed with. */
export interface ExactSums {
  n: number;
  missing: number;
  sum: Dyadic;
  sumSq: Dyadic;
}

/** One pass over checked values. */
export function sumExactly(values: readonly (number | null)[]): ExactSums {
  const sum = new ExactSum();
  const sumSq = new ExactSum();
  let n = 0;
  for (const value of values) {
    if (value === null) continue;
    n += 1;
    sum.add(value);
    sumSq.addSquare(value);
  }
  return { n, missing: values.length - n, sum: sum.total(), sumSq: sumSq.total() };
}

function toText({ digits, exponent }: Dyadic): ExactNumber {
  return { digits: digits.toString(), exponent };
}

function fromText(name: string, value: ExactNumber): Dyadic {
  const { digits, exponent } = checkObject(name, value);
  checkInteger(`${name}.exponent`, exponent, -5000, 5000);
  if (typeof digits !== 'string') throw new TypeError(`${name}.digits must be text, got ${describe(digits)}`);
  if (!/^-?\d{1,2000}$/.test(digits)) throw new RangeError(`${name}.digits must be a whole number in decimal digits`);
  return multiply({ digits: BigInt(digits), exponent }, dyadicOf(1));
}

/** The bound itself is rounded: a last digit above it is still the sum of values that were allowed. */
function checkSize(name: string, value: Dyadic, most: number): void {
  if (Math.abs(quotient(value, 1n)) <= most * (1 + 1e-12)) return;
  throw new RangeError(`${name} must be of size ${most} at most, as values of size ${LARGEST} give it`);
}

/** Refuses sums that no values can have: n·Σx² is never less than (Σx)², and nothing sums to 0 only. */
export function checkValueSums(name: string, value: ValueSums): ExactSums {
  const { n, missing, sum, sumSq } = checkObject(name, value);
  checkCount(`${name}.n`, n);
  checkCount(`${name}.missing`, missing);
  const exact = { n, missing, sum: fromText(`${name}.sum`, sum), sumSq: fromText(`${name}.sumSq`, sumSq) };
  checkSize(`${name}.sum`, exact.sum, LARGEST * n);
  checkSize(`${name}.sumSq`, exact.sumSq, LARGEST ** 2 * n);
  const spread = add(multiply(exact.sumSq, dyadicOf(n)), multiply(multiply(exact.sum, exact.sum), dyadicOf(-1)));
  if (spread.digits < 0n || (n === 0 && exact.sumSq.digits !== 0n)) {
    throw new RangeError(`${name}.sumSq must be at least sum² / n`);
  }
  return exact;
}

/**
 * Sums real values without rounding, so that means and variances can be rolled up from parts.
 *
 * Formula: n, Σx, Σx². A double is an integer times a power of two; sums and products of doubles are such numbers
 * again, and are kept whole. Addition is therefore exactly associative and commutative, which sums of doubles are not:
 * one rounding happens at the end, when `meanInterval` divides.
 *
 * Units: those of the values; sumSq their square.
 *
 * Source: Shewchuk JR (1997) Discrete & Computational Geometry 18:305-363; Dekker TJ (1971) Numerische Mathematik
 * 18:224-242.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`.
 * @example
 * valueSums({ values: [0.5, 2, null, -0.25] });
 * // => { n: 3, missing: 1, sum: { digits: '9', exponent: -2 }, sumSq: { digits: '69', exponent: -4 } }
 */
export function valueSums(input: ValueSumsInput): ValueSums {
  const { values } = checkObject('input', input);
  const { n, missing, sum, sumSq } = sumExactly(checkNumbersOrNull('values', values));
  return { n, missing, sum: toText(sum), sumSq: toText(sumSq) };
}

/**
 * Sums of two parts together: exactly the sums of their values together, in any order of merging.
 *
 * Formula: every number of the result is the sum of the two.
 *
 * Units: those of the values; sumSq their square.
 *
 * Source: as `valueSums`.
 *
 * @throws {TypeError | RangeError} when sums are not of the form that `valueSums` gives or no values can have them.
 * @example
 * mergeValueSums({ a: valueSums({ values: [0.5, 2] }), b: valueSums({ values: [null, -0.25] }) });
 * // => { n: 3, missing: 1, sum: { digits: '9', exponent: -2 }, sumSq: { digits: '69', exponent: -4 } }
 */
export function mergeValueSums(input: MergeValueSumsInput): ValueSums {
  const { a, b } = checkObject('input', input);
  const first = checkValueSums('a', a);
  const second = checkValueSums('b', b);
  return {
    n: first.n + second.n,
    missing: first.missing + second.missing,
    sum: toText(add(first.sum, second.sum)),
    sumSq: toText(add(first.sumSq, second.sumSq)),
  };
}
