import { checkAboveZero, checkList, checkScored, type Scored } from './check-numbers.js';
import { competitionRanks } from './competition-ranks.js';

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

/** In the order of the items; null where a factor is missing. */
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
 * Source: SAFe, Weighted Shortest Job First; Reinertsen (2009) The Principles of Product Development Flow.
 *
 * @throws {TypeError | RangeError} when a factor is not a number, not finite or outside its range.
 * @example
 * wsjf({ items: [{ id: 'a', businessValue: 8, timeCriticality: 5, riskReduction: 2, jobSize: 3 }] });
 * // => { costOfDelay: [15], scores: [5], ranks: [1] }
 */
export function wsjf(input: WsjfInput): WsjfResult {
  const rated = checkList('items', input.items).map((item, index) => {
    const at = `items[${index}]`;
    const value = checkScored(`${at}.businessValue`, item.businessValue, 0);
    const urgency = checkScored(`${at}.timeCriticality`, item.timeCriticality, 0);
    const risk = checkScored(`${at}.riskReduction`, item.riskReduction, 0);
    const jobSize = checkAboveZero(`${at}.jobSize`, item.jobSize);
    const costOfDelay = value === null || urgency === null || risk === null ? null : value + urgency + risk;
    return { costOfDelay, score: costOfDelay === null || jobSize === null ? null : costOfDelay / jobSize };
  });
  const scores = rated.map(({ score }) => score);
  return { costOfDelay: rated.map(({ costOfDelay }) => costOfDelay), scores, ranks: competitionRanks(scores) };
}
