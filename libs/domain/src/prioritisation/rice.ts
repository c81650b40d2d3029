import { checkObject, checkObjects } from '@touchstone/metrics/checks';
import { competitionRanks } from './competition-ranks.js';
import { checkScored, type Scored } from './scored.js';

/** Minimal, low, medium, high, massive. */
export const RICE_IMPACTS = [0.25, 0.5, 1, 2, 3] as const;

/** Argument of {@link rice}. */
export interface RiceInput {
  readonly items: readonly {
    readonly id: string;
    /** People or events per period, 0 or more. */
    readonly reach: Scored;
    /** One of {@link RICE_IMPACTS}. */
    readonly impact: Scored;
    /** A fraction from 0 to 1. */
    readonly confidence: Scored;
    /** Person-months or the like, above 0. */
    readonly effort: Scored;
  }[];
}

/** Result of {@link rice}, in the order of the items; null where a factor is missing. */
export interface RiceResult {
  readonly scores: (number | null)[];
  /** By score, 1 is first, ties share a rank. */
  readonly ranks: (number | null)[];
}

/**
 * RICE score: impact that we can expect per unit of effort.
 *
 * Formula: score = reach · impact · confidence / effort.
 *
 * Units: what `reach` counts, per unit of effort. A confidence above 1 is refused and not read as
 * percent: of 0.8 and 80 in one list nobody can tell which was meant.
 *
 * Source: McBride (2018) RICE: Simple prioritization for product managers, Intercom.
 *
 * @throws {TypeError | RangeError} when a factor is not a number, not finite or outside its range.
 * @example
 * rice({ items: [{ id: 'a', reach: 500, impact: 2, confidence: 0.8, effort: 4 }] });
 * // => { scores: [200], ranks: [1] }
 */
export function rice(input: RiceInput): RiceResult {
  const { items } = checkObject('input', input);
  const scores = checkObjects('items', items).map((item, index) => {
    const at = `items[${index}]`;
    const reach = checkScored(`${at}.reach`, item.reach, { min: 0 });
    const impact = checkImpact(`${at}.impact`, item.impact);
    const confidence = checkScored(`${at}.confidence`, item.confidence, { min: 0, max: 1 });
    const effort = checkScored(`${at}.effort`, item.effort, { min: 0, aboveMin: true });
    if (reach === null || impact === null || confidence === null || effort === null) return null;
    return (reach * impact * confidence) / effort;
  });
  return { scores, ranks: competitionRanks(scores) };
}

function checkImpact(name: string, value: Scored): number | null {
  const impact = checkScored(name, value);
  if (impact === null || RICE_IMPACTS.some((allowed) => allowed === impact)) return impact;
  throw new RangeError(`${name} must be one of ${RICE_IMPACTS.join(', ')}, got ${impact}`);
}
