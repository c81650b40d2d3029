import { exactSum } from '../scoring/exact-sum.js';

/** A practice cell that is shown, with its share of the combination. */
export interface PracticePart {
  readonly weight: number;
  readonly n: number;
  readonly value: number;
  readonly standardError: number | null;
}

export interface CombinedEstimate {
  readonly value: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
}

/**
 * A dimension, or the whole, from practice cells alone, so that it says nothing that they do not say.
 *
 * Formula: with weights w that sum to 1, value = Σ w·mean; se² = (1 − ρ)·Σ (w·se)² + ρ·(Σ w·se)², which is the variance
 * of a sum of equally correlated means; degrees of freedom = m − 1 with m = 1 / Σ (w/n), the weighted harmonic mean of
 * the practices' n. ρ is the cut's {@link raterCorrelation}. With respondents who left practices out this is a little
 * too wide, because their means then correlate less than ρ.
 */
export function combinePractices(parts: readonly PracticePart[], correlation: number): CombinedEstimate | null {
  const weight = exactSum(parts.map((part) => part.weight));
  if (!(weight > 0)) return null;
  const value = exactSum(parts.map((part) => part.weight * part.value)) / weight;
  const errors = parts.map((part) =>
    part.standardError === null ? null : (part.weight * part.standardError) / weight,
  );
  const size = 1 / exactSum(parts.map((part) => part.weight / weight / part.n));
  const known = errors.filter((error) => error !== null);
  if (known.length < errors.length || !(size > 1)) return { value, standardError: null, degreesOfFreedom: null };
  const independent = exactSum(known.map((error) => error * error));
  const together = exactSum(known) ** 2;
  return {
    value,
    standardError: Math.sqrt((1 - correlation) * independent + correlation * together),
    degreesOfFreedom: size - 1,
  };
}
