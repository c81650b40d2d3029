import type { FieldProblem } from '../errors/index.js';
import type { Direction } from './metric-definition.js';

export const TARGET_STATUSES = ['met', 'not_met', 'no_data', 'not_due'] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

export interface Target {
  /** The last day on which it may be reached, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly value: number;
  /** The far end, where the metric should stay inside a range. */
  readonly upperValue: number | null;
}

export function reaches(direction: Direction, { value, upperValue }: Target, actual: number): boolean {
  if (direction === 'higher') return actual >= value;
  if (direction === 'lower') return actual <= value;
  return actual >= value && actual <= (upperValue ?? value);
}

/**
 * Where a target stands. Nothing is said of a metric without a number; one that is reached before its day counts as met;
 * one that is not has until the end of its day.
 */
export function targetStatus(direction: Direction, target: Target, today: string, actual: number | null): TargetStatus {
  if (actual === null) return 'no_data';
  if (reaches(direction, target, actual)) return 'met';
  return target.dueOn >= today ? 'not_due' : 'not_met';
}

/** A range needs both ends in order; any other direction has one value. */
export function checkTarget(direction: Direction, target: Target): FieldProblem[] {
  const { value, upperValue } = target;
  if (direction !== 'range') {
    return upperValue === null
      ? []
      : [{ path: 'upperValue', code: 'not_a_range', message: 'Only a metric with a range has an upper value.' }];
  }
  if (upperValue === null) {
    return [{ path: 'upperValue', code: 'range_half', message: 'Give the upper end of the range.' }];
  }
  return upperValue > value
    ? []
    : [{ path: 'upperValue', code: 'range_order', message: 'The range must end above its beginning.' }];
}
