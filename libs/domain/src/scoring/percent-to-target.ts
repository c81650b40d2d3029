import { checkFiniteOrNull, checkObject, checkObjects } from '@touchstone/metrics/checks';
import { exactSum } from './exact-sum.js';

/** Argument of {@link percentToTarget}. */
export interface PercentToTargetInput {
  readonly items: readonly {
    /** Where the item stands; null counts as 0. */
    readonly current: number | null;
    /** Where it is to go; null is not in scope. */
    readonly target: number | null;
  }[];
  /** Aggregate scores on which the progress is measured; without them, or without one of them, there is none. */
  readonly scores?: {
    readonly baseline: number | null;
    readonly current: number | null;
    readonly target: number | null;
  } | null;
}

/** Result of {@link percentToTarget}. */
export interface PercentToTargetResult {
  /** Sum of what is missing to the targets, in points; without credit for overshooting elsewhere. */
  readonly absoluteGap: number;
  /** Sum of the targets, in points. */
  readonly targetTotal: number;
  /** A proportion: 1 when every target is met; null when the targets sum to 0. */
  readonly percentToTarget: number | null;
  /** A proportion of the way from baseline to target; below 0 when it went backwards, above 1 when past the target. */
  readonly progressToDate: number | null;
}

function progress(scores: PercentToTargetInput['scores']): number | null {
  if (scores === undefined || scores === null) return null;
  const given = checkObject('scores', scores);
  const baseline = checkFiniteOrNull('scores.baseline', given.baseline);
  const current = checkFiniteOrNull('scores.current', given.current);
  const target = checkFiniteOrNull('scores.target', given.target);
  if (baseline === null || current === null || target === null || target === baseline) return null;
  return (current - baseline) / (target - baseline);
}

/**
 * How much of what was aimed at is reached, and how far the way there has been gone.
 *
 * Formula: gapᵢ = max(0, targetᵢ − currentᵢ); percentToTarget = 1 − Σ gap / Σ target; progressToDate =
 * (current − baseline) / (target − baseline) of the aggregate scores. Overshooting one target does not make up for
 * another.
 *
 * Units: both are proportions, 1 is all; gap and total are points of the scores. A current of null counts as 0; items
 * without a target are left out. Progress can be negative or above 1, and is null when target and baseline are equal.
 *
 * Source: OWASP SAMM (2025) Percent to Target and Progress to Date; OWASP SAMM (2023) The Not Applicable question.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or null.
 * @example
 * percentToTarget({
 *   items: [{ current: 1, target: 2 }, { current: 3, target: 2 }, { current: null, target: 1 }],
 *   scores: { baseline: 0.5, current: 1.25, target: 2 },
 * });
 * // => { absoluteGap: 2, targetTotal: 5, percentToTarget: 0.6, progressToDate: 0.5 }
 */
export function percentToTarget(input: PercentToTargetInput): PercentToTargetResult {
  const { items, scores } = checkObject('input', input);
  const gaps: number[] = [];
  const targets: number[] = [];
  checkObjects('items', items).forEach((item, index) => {
    const target = checkFiniteOrNull(`items[${index}].target`, item.target);
    const current = checkFiniteOrNull(`items[${index}].current`, item.current) ?? 0;
    if (target === null) return;
    targets.push(target);
    gaps.push(Math.max(0, target - current));
  });
  const absoluteGap = exactSum(gaps);
  const targetTotal = exactSum(targets);
  return {
    absoluteGap,
    targetTotal,
    percentToTarget: targetTotal === 0 ? null : 1 - absoluteGap / targetTotal,
    progressToDate: progress(scores),
  };
}
