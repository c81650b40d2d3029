import { add, dyadicOf, multiply, ZERO, type Dyadic } from './dyadic.js';

/** Outside of these sizes the parts of a square could leave the range of doubles: such values are summed as fractions. */
const SMALLEST = 2 ** -480;
const LARGEST = 2 ** 480;
const SPLITTER = 2 ** 27 + 1;

/**
 * A running sum without any rounding. Kept as a short list of doubles that do not overlap (Shewchuk 1997, "Adaptive
 * precision floating-point arithmetic", grow-expansion); what does not fit doubles is kept as an exact fraction.
 */
export class ExactSum {
  #parts: number[] = [];
  #outside: Dyadic = ZERO;

  add(value: number): void {
    const size = Math.abs(value);
    if (size !== 0 && (size < SMALLEST || size > LARGEST)) this.#outside = add(this.#outside, dyadicOf(value));
    else this.#grow(value);
  }

  /** Adds value², as the two doubles that it is exactly (Dekker 1971, Veltkamp's splitting). */
  addSquare(value: number): void {
    const size = Math.abs(value);
    if (size !== 0 && (size < SMALLEST ** 0.5 || size > LARGEST ** 0.5)) {
      const exact = dyadicOf(value);
      this.#outside = add(this.#outside, multiply(exact, exact));
      return;
    }
    const square = value * value;
    const carry = SPLITTER * value;
    const high = carry - (carry - value);
    const low = value - high;
    this.#grow(square);
    this.#grow(low * low - (square - high * high - 2 * high * low));
  }

  #grow(value: number): void {
    const parts = this.#parts;
    let carried = value;
    let kept = 0;
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i]!;
      const sum = carried + part;
      const virtual = sum - carried;
      const error = carried - (sum - virtual) + (part - virtual);
      if (error !== 0) {
        parts[kept] = error;
        kept += 1;
      }
      carried = sum;
    }
    parts[kept] = carried;
    parts.length = kept + 1;
  }

  /** The sum as an exact fraction. */
  total(): Dyadic {
    return this.#parts.reduce((sum, part) => add(sum, dyadicOf(part)), this.#outside);
  }
}
