/** What is observed once: a rating, a value, a part of a whole (n is the whole), events (n is the opportunities). */
export interface Observed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
  /** 1 when left out. */
  readonly n?: number;
}

/** Everything that measures need to know of observations, in a form that can be added up. */
export interface Tally {
  readonly observations: number;
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly last: number;
  readonly lastAt: number;
  /** How many of each rating, by its number as text; null where the metric is not rated on a scale. */
  readonly counts: Readonly<Record<string, number>> | null;
}

export function tallyOf({ at, value, n = 1 }: Observed, { rated }: { readonly rated: boolean }): Tally {
  return {
    observations: 1,
    n,
    sum: value,
    sumOfSquares: value * value,
    minimum: value,
    maximum: value,
    last: value,
    lastAt: at,
    counts: rated ? { [String(value)]: 1 } : null,
  };
}

/**
 * The tally of both parts together: of any parts, in any order, up to the rounding of two sums. Of two values at the last
 * moment the larger one is last, so that "last" does not depend on the order either.
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const bIsLast = b.lastAt > a.lastAt || (b.lastAt === a.lastAt && b.last > a.last);
  return {
    observations: a.observations + b.observations,
    n: a.n + b.n,
    sum: a.sum + b.sum,
    sumOfSquares: a.sumOfSquares + b.sumOfSquares,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
    last: bIsLast ? b.last : a.last,
    lastAt: Math.max(a.lastAt, b.lastAt),
    counts: mergeCounts(a.counts, b.counts),
  };
}

/** Null for no tally at all: nothing was observed, which is not an observation of 0. */
export const mergeAll = (tallies: readonly Tally[]): Tally | null =>
  tallies.length === 0 ? null : tallies.reduce(mergeTallies);

function mergeCounts(a: Tally['counts'], b: Tally['counts']): Tally['counts'] {
  if (!a || !b) return null;
  const merged: Record<string, number> = { ...a };
  for (const [rating, count] of Object.entries(b)) merged[rating] = (merged[rating] ?? 0) + count;
  return merged;
}
