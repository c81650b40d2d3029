/** Fewer passages than this say nothing about how long one usually takes. */
export const FEWEST_PASSAGES = 5;
/** More than this many times as long as usual is overlong. */
export const OVERLONG_TIMES = 2;

/** How long a stage took those that have left it. */
export interface UsualStay {
  readonly medianDays: number;
  /** How often a stage was left: what the median rests on. */
  readonly n: number;
}

/** The middle one, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * After how many whole days a stay is overlong, by the organisation's own past; null while too few have left the stage to say
 * what is usual. Nobody is called late against a number that somebody thought up.
 */
export const overlongAfter = (usual: UsualStay | null): number | null =>
  usual === null || usual.n < FEWEST_PASSAGES ? null : OVERLONG_TIMES * usual.medianDays;

export interface Ageing {
  readonly count: number;
  readonly medianDays: number | null;
  readonly oldestDays: number | null;
  /** Null where nobody can say. */
  readonly overlong: number | null;
}

/** How long those stand in a stage that stand there now, in whole days. */
export function ageing(days: readonly number[], usual: UsualStay | null): Ageing {
  const limit = overlongAfter(usual);
  return {
    count: days.length,
    medianDays: medianOf(days),
    oldestDays: days.length === 0 ? null : days.reduce((most, each) => Math.max(most, each)),
    overlong: limit === null ? null : days.filter((each) => each > limit).length,
  };
}
