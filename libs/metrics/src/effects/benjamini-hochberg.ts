import { checkNumber, checkNumbersOrNull, checkObject } from '../checks/index.js';

/** Argument of {@link benjaminiHochberg}. */
export interface BenjaminiHochbergInput {
  /** p values from 0 to 1; `null` is missing. */
  pValues: readonly (number | null)[];
  /** The share of false discoveries that is accepted, 0 to 1; 0.05 when left out. */
  q?: number;
}

/** Result of {@link benjaminiHochberg}, in the order of the p values. */
export interface BenjaminiHochbergResult {
  /** Adjusted p value, 0 to 1; `null` where the p value is missing. */
  adjusted: (number | null)[];
  /** Whether the adjusted p value is ≤ q; `null` where it is missing. */
  rejected: (boolean | null)[];
}

/**
 * Benjamini-Hochberg control of the false discovery rate over many tests.
 *
 * Formula: with the m p values sorted ascending, adjusted₍ᵢ₎ = min over j ≥ i of min(1, p₍ⱼ₎·m/j); rejected =
 * adjusted ≤ q.
 *
 * Units: probabilities, 0–1. Missing p values do not count in m.
 *
 * Source: Benjamini Y, Hochberg Y (1995) Journal of the Royal Statistical Society B 57:289-300; R `p.adjust("BH")`.
 *
 * @throws {TypeError | RangeError} when a p value or `q` is not a number from 0 to 1.
 * @example
 * benjaminiHochberg({ pValues: [0.01, 0.04, null, 0.03, 0.5], q: 0.05 });
 * // => { adjusted: [0.04, 0.053333, null, 0.053333, 0.5], rejected: [true, false, null, false, false] }
 */
export function benjaminiHochberg(input: BenjaminiHochbergInput): BenjaminiHochbergResult {
  const { pValues, q = 0.05 } = checkObject('input', input);
  const list = checkNumbersOrNull('pValues', pValues, { min: 0, max: 1 });
  checkNumber('q', q, { min: 0, max: 1 });
  const order = list.flatMap((p, i) => (p === null ? [] : [i])).sort((i, j) => list[i]! - list[j]!);
  const adjusted: (number | null)[] = list.map(() => null);
  let least = 1;
  for (let rank = order.length; rank > 0; rank -= 1) {
    const at = order[rank - 1]!;
    // The factor first: it is at least 1, so that rounding cannot take the product below the p value itself.
    least = Math.min(least, list[at]! * (order.length / rank));
    adjusted[at] = least;
  }
  return { adjusted, rejected: adjusted.map((p) => (p === null ? null : p <= q)) };
}
