/**
 * An exact binary fraction: digits × 2^exponent. Every finite double is one, and so are all sums and products of
 * doubles. Kept with an odd integer (or 0 × 2^0), so that equal numbers have equal parts.
 */
export interface Dyadic {
  readonly digits: bigint;
  readonly exponent: number;
}

export const ZERO: Dyadic = { digits: 0n, exponent: 0 };

/** Removes the trailing zero bits of the digits: in halves of shrinking size, so that long zeros go quickly. */
function reduced(digits: bigint, exponent: number): Dyadic {
  if (digits === 0n) return ZERO;
  for (let step = 1024; step >= 1; step /= 2) {
    while (BigInt.asUintN(step, digits) === 0n) {
      digits >>= BigInt(step);
      exponent += step;
    }
  }
  return { digits, exponent };
}

const VIEW = new DataView(new ArrayBuffer(8));

/** The double itself, exactly. */
export function dyadicOf(value: number): Dyadic {
  VIEW.setFloat64(0, value);
  const bits = VIEW.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return reduced(value < 0 ? -magnitude : magnitude, Math.max(biased, 1) - 1075);
}

export function add(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent);
  const digits = (a.digits << BigInt(a.exponent - exponent)) + (b.digits << BigInt(b.exponent - exponent));
  return reduced(digits, exponent);
}

export function subtract(a: Dyadic, b: Dyadic): Dyadic {
  return add(a, { digits: -b.digits, exponent: b.exponent });
}

export function multiply(a: Dyadic, b: Dyadic): Dyadic {
  return reduced(a.digits * b.digits, a.exponent + b.exponent);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/** 2^exponent for any exponent, in two factors where one would leave the range of doubles. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/**
 * a / divisor as the nearest double. The quotient is taken to 66 bits or so with a last bit that tells whether
 * anything remains, so that the one rounding, in the conversion to a double, goes the right way. (Below 2^-1022,
 * where doubles lose digits, a second rounding can move the last of them.)
 */
export function quotient(a: Dyadic, divisor: bigint): number {
  if (a.digits === 0n) return 0;
  const negative = a.digits < 0n;
  const magnitude = negative ? -a.digits : a.digits;
  const shift = 66 + bitLength(divisor) - bitLength(magnitude);
  const numerator = shift > 0 ? magnitude << BigInt(shift) : magnitude;
  const denominator = shift > 0 ? divisor : divisor << BigInt(-shift);
  const whole = numerator / denominator;
  const sticky = whole * denominator === numerator ? whole << 1n : (whole << 1n) | 1n;
  const result = scaled(Number(sticky), a.exponent - shift - 1);
  return negative ? -result : result;
}
