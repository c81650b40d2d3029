/** A value with the limits between which it lies with 95 % confidence; null where it has none. */
export interface Estimate {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Weighted extends Estimate {
  readonly weight: number;
}

/**
 * The mean of independent estimates by weight. Its limits are put together from theirs (square-and-add, Zou & Donner 2008),
 * so that lopsided intervals stay lopsided; none where a part has none.
 */
export function weightedMean(parts: readonly Weighted[]): Estimate | null {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  const shares = parts.map((part) => ({ ...part, weight: part.weight / total }));
  const value = shares.reduce((sum, part) => sum + part.weight * part.value, 0);
  if (shares.some(({ lower, upper }) => lower === null || upper === null)) return { value, lower: null, upper: null };
  const away = (end: 'lower' | 'upper') =>
    Math.sqrt(shares.reduce((sum, part) => sum + (part.weight * (part.value - part[end]!)) ** 2, 0));
  return { value, lower: value - away('lower'), upper: value + away('upper') };
}

export const CHANGES = ['better', 'worse', 'not_clear', 'not_tested'] as const;
export type Change = (typeof CHANGES)[number];

export interface Difference extends Estimate {
  readonly change: Change;
}

/** How one estimate differs from an earlier one: clear only where the limits of the difference leave out 0. */
export function differenceOf(now: Estimate, before: Estimate, direction: 'higher' | 'lower' | 'range'): Difference {
  const value = now.value - before.value;
  if (now.lower === null || now.upper === null || before.lower === null || before.upper === null)
    return { value, lower: null, upper: null, change: 'not_tested' };
  const lower = value - Math.hypot(now.value - now.lower, before.upper - before.value);
  const upper = value + Math.hypot(now.upper - now.value, before.value - before.lower);
  if (direction === 'range') return { value, lower, upper, change: 'not_tested' };
  if (lower <= 0 && upper >= 0) return { value, lower, upper, change: 'not_clear' };
  return { value, lower, upper, change: value > 0 === (direction === 'higher') ? 'better' : 'worse' };
}
