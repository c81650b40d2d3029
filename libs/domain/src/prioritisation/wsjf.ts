import { checkObject, checkObjects } from '@touchstone/metrics/checks';
import { competitionRanks } from './competition-ranks.js';
import { checkScored, type Scored } from './scored.js';

/** Argument of {@link wsjf}. */
export interface WsjfInput {
  readonly items: readonly {
    readonly id: string;
    /** The three parts of the cost of delay: relative sizes, 0 or more. */
    readonly businessValue: Scored;
    readonly timeCriticality: Scored;
    readonly riskReduction: Scored;
    /** Relative size of the job, above 0. */
    readonly jobSize: Scored;
  }[];
}

/** Result of {@link wsjf}, in the order of the items; null where a factor is missing. */
export interface WsjfResult {
  readonly costOfDelay: (number | null)[];
  readonly scores: (number | null)[];
  /** By score, 1 is first, ties share a rank. */
  readonly ranks: (number | null)[];
}

/**
 * Weighted shortest job first: what waiting costs per unit of work.
 *
 * Formula: costOfDelay = businessValue + timeCriticality + riskReduction; score = costOfDelay / jobSize.
 *
 * Units: relative sizes, such as story points; only proportions mean something.
 *
 * Source: SAFe, Weighted Shortest Job First; Reinertsen (2009) The Principles of Product Development Flow.
 *
 * @throws {TypeError | RangeError} when a factor is not a number, not finite or outside its range.
 * @example
 * wsjf({ items: [{ id: 'a', businessValue: 8, timeCriticality: 5, riskReduction: 2, jobSize: 3 }] });
 * // => { costOfDelay: [15], scores: [5], ranks: [1] }
 */
export function wsjf(input: WsjfInput): WsjfResult {
  const { items } = checkObject('input', input);
  const rated = checkObjects('items', items).map((item, index) => {
    const at = `items[${index}]`;
    const value = checkScored(`${at}.businessValue`, item.businessValue, { min: 0 });
    const urgency = checkScored(`${at}.timeCriticality`, item.timeCriticality, { min: 0 });
    const risk = checkScored(`${at}.riskReduction`, item.riskReduction, { min: 0 });
    const jobSize = checkScored(`${at}.jobSize`, item.jobSize, { min: 0, aboveMin: true });
    const costOfDelay = value === null || urgency === null || risk === null ? null : value + urgency + risk;
    return { costOfDelay, score: costOfDelay === null || jobSize === null ? null : costOfDelay / jobSize };
  });
  const scores = rated.map(({ score }) => score);
  return { costOfDelay: rated.map(({ costOfDelay }) => costOfDelay), scores, ranks: competitionRanks(scores) };
}
