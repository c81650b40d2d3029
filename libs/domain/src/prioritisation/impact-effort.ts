import { checkList, checkNumber, checkScored, type Scored } from './check-numbers.js';

export type ImpactEffortQuadrant = 'quick-win' | 'major-project' | 'fill-in' | 'avoid';

export interface ImpactEffortInput {
  readonly items: readonly { readonly id: string; readonly impact: Scored; readonly effort: Scored }[];
  /** A value at the threshold is high. */
  readonly impactThreshold: number;
  readonly effortThreshold: number;
}

export interface ImpactEffortResult {
  /** In the order of the items; null where impact or effort is missing. */
  readonly quadrants: (ImpactEffortQuadrant | null)[];
}

/**
 * Impact-effort quadrants.
 *
 * Impact is high when impact ≥ impactThreshold, effort when effort ≥ effortThreshold. High impact with low effort is a
 * quick win, with high effort a major project; low impact with low effort is a fill-in, with high effort to be avoided.
 * The scales are the caller's: any unit, the same for all items.
 *
 * Source: the two-by-two action-priority matrix in common use.
 *
 * @throws {TypeError | RangeError} when a value or a threshold is not a finite number.
 * @example
 * impactEffort({ items: [{ id: 'a', impact: 5, effort: 4 }], impactThreshold: 5, effortThreshold: 5 });
 * // => { quadrants: ['quick-win'] }
 */
export function impactEffort(input: ImpactEffortInput): ImpactEffortResult {
  const impactThreshold = checkNumber('impactThreshold', input.impactThreshold);
  const effortThreshold = checkNumber('effortThreshold', input.effortThreshold);
  const quadrants = checkList('items', input.items).map((item, index) => {
    const impact = checkScored(`items[${index}].impact`, item.impact);
    const effort = checkScored(`items[${index}].effort`, item.effort);
    if (impact === null || effort === null) return null;
    if (impact >= impactThreshold) return effort >= effortThreshold ? 'major-project' : 'quick-win';
    return effort >= effortThreshold ? 'avoid' : 'fill-in';
  });
  return { quadrants };
}
