import { type SeriesComparison, compareTallies } from './compare-tallies.js';
import type { MeasuredDefinition } from './measure-of.js';
import { subtractTally } from './subtract-tally.js';
import type { Tally } from './tally.js';

export interface PartOfWhole {
  readonly part: Tally;
  /** Everybody over the same stretch, the part included. */
  readonly whole: Tally;
}

/**
 * A part against everybody else. The p value is corrected for how many parts there are to look at (Bonferroni): of twenty
 * that do not differ, one would otherwise seem to.
 */
export function compareToRest(
  definition: MeasuredDefinition,
  { part, whole }: PartOfWhole,
  parts: number,
): SeriesComparison {
  const found = compareTallies(definition, part, subtractTally(whole, part));
  return { ...found, p: found.p === null ? null : Math.min(1, found.p * parts) };
}
