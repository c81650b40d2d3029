import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * P(χ² ≥ x) with `df` degrees of freedom: the upper regularised incomplete gamma function Q(df/2, x/2), taken
 * directly because 1 − cdf has no correct digit left for p values under 1e-16.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}
