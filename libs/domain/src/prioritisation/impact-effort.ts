import { checkFinite, checkObject, checkObjects } from '@touchstone/metrics/checks';
import { checkScored, type Scored } from './scored.js';

/** Impact first: high and low effort, then low impact and low, high effort. */
export type ImpactEffortQuadrant = 'quick-win' | 'major-project' | 'fill-in' | 'avoid';

/** Argument of {@link impactEffort}. */
export interface ImpactEffortInput {
  readonly items: readonly { readonly id: string; readonly impact: Scored; readonly effort: Scored }[];
  /** Impact from here on is high. */
  readonly impactThreshold: number;
  /** Effort from here on is high. */
  readonly effortThreshold: number;
}

/** Result of {@link impactEffort}. */
export interface ImpactEffortResult {
  /** In the order of the items; null where impact or effort is missing. */
  readonly quadrants: (ImpactEffortQuadrant | null)[];
}

/**
 * Impact-effort quadrants: what to do first, what to plan, what to leave.
 *
 * Formula: impact is high when impact ≥ impactThreshold, effort when effort ≥ effortThreshold. High impact with low
 * effort is a "quick-win", with high effort a "major-project"; low impact with low effort is a "fill-in", with high
 * effort to "avoid".
 *
 * Units: the caller's, the same for all items and their threshold. An item without impact or effort has no quadrant.
 *
 * Source: the two-by-two action-priority matrix in common use.
 *
 * @throws {TypeError | RangeError} when a value or a threshold is not a finite number.
 * @example
 * impactEffort({ items: [{ id: 'a', impact: 5, effort: 4 }], impactThreshold: 5, effortThreshold: 5 });
 * // => { quadrants: ['quick-win'] }
 */
export function impactEffort(input: ImpactEffortInput): ImpactEffortResult {
  const { items, impactThreshold, effortThreshold } = checkObject('input', input);
  checkFinite('impactThreshold', impactThreshold);
  checkFinite('effortThreshold', effortThreshold);
  const quadrants = checkObjects('items', items).map((item, index) => {
    const impact = checkScored(`items[${index}].impact`, item.impact);
    const effort = checkScored(`items[${index}].effort`, item.effort);
    if (impact === null || effort === null) return null;
    if (impact >= impactThreshold) return effort >= effortThreshold ? 'major-project' : 'quick-win';
    return effort >= effortThreshold ? 'avoid' : 'fill-in';
  });
  return { quadrants };
}
