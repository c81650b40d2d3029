import type { Direction, Target } from '../metric-definition/index.js';
import type { Measure } from '../series/index.js';

/** Where a number lies against what it should reach. */
export interface Limit {
  readonly value: number;
  /** The far end, where the number should stay inside a range. */
  readonly upperValue: number | null;
}

/**
 * Whether a number misses a limit for sure: where it has an interval, the whole interval must lie on the wrong side, so
 * that a small sample does not cry wolf. Without an interval the number speaks for itself.
 */
export function misses(
  direction: Direction,
  { value, upperValue }: Limit,
  { value: actual, lower, upper }: Measure,
): boolean {
  if (actual === null) return false;
  const highest = upper ?? actual;
  const lowest = lower ?? actual;
  if (direction === 'higher') return highest < value;
  if (direction === 'lower') return lowest > value;
  return highest < value || lowest > (upperValue ?? value);
}

export interface DatedTarget extends Target {
  readonly id: string;
}

/** The targets that hold on a day: those whose day has come last, and with it their turn to be reached. */
export function targetsDueOn<Of extends DatedTarget>(targets: readonly Of[], day: string): Of[] {
  const due = targets.filter(({ dueOn }) => dueOn <= day);
  const latest = due.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), '');
  return due.filter(({ dueOn }) => dueOn === latest).sort((a, b) => (a.id < b.id ? -1 : 1));
}
