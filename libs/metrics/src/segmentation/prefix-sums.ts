import { CompensatedSum, momentsOf } from '../moments/index.js';

/**
 * Running sums of a series about its mean, from which the sum of squares of any segment is had in one step. About the
 * mean, because of a far-off level nothing would be left but rounding once it is squared.
 */
export class PrefixSums {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  /** Smallest and largest deviation from the mean. */
  readonly range: readonly [number, number];

  constructor(x: readonly number[]) {
    const mean = momentsOf(x).mean ?? 0;
    const sum = new CompensatedSum();
    const square = new CompensatedSum();
    this.#sums = new Float64Array(x.length + 1);
    this.#squares = new Float64Array(x.length + 1);
    let least = Infinity;
    let most = -Infinity;
    x.forEach((value, i) => {
      const deviation = value - mean;
      sum.add(deviation);
      square.add(deviation * deviation);
      this.#sums[i + 1] = sum.value;
      this.#squares[i + 1] = square.value;
      least = Math.min(least, deviation);
      most = Math.max(most, deviation);
    });
    this.range = [least, most];
  }

  /** Mean deviation of the entries from `start` up to but not including `end`. */
  mean(start: number, end: number): number {
    return (this.#sums[end]! - this.#sums[start]!) / (end - start);
  }

  /** Sum of squares of the same entries about their own mean. */
  squares(start: number, end: number): number {
    const sum = this.#sums[end]! - this.#sums[start]!;
    return Math.max(0, this.#squares[end]! - this.#squares[start]! - (sum * sum) / (end - start));
  }
}
