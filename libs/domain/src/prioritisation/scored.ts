import { checkFiniteOrNull, type NumberLimits } from '@touchstone/metrics/checks';

/** A factor that somebody scores; null (or left out) is "not scored yet". */
export type Scored = number | null | undefined;

/** A factor inside its limits; one that is missing comes back as null. */
export function checkScored(name: string, value: Scored, limits: NumberLimits = {}): number | null {
  return checkFiniteOrNull(name, value ?? null, limits);
}
