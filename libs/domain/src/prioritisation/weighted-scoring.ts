import { checkList, checkNumber, checkRange, checkScored, type Scored } from './check-numbers.js';
import { competitionRanks } from './competition-ranks.js';

export interface WeightedScoringInput {
  readonly criteria: readonly {
    readonly id: string;
    /** 0 or more; only the proportions matter. */
    readonly weight: number;
    /** A high score is good for a benefit and bad for a cost. */
    readonly direction: 'benefit' | 'cost';
  }[];
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly options: readonly {
    readonly id: string;
    /** By criterion id, from scaleMin to scaleMax; null or left out is not scored yet. */
    readonly scores: Readonly<Record<string, Scored>>;
  }[];
}

/** In the order of the options. */
export interface WeightedScoringResult {
  /** On the scale of the input; null where the scored criteria have no weight. */
  readonly scores: (number | null)[];
  /** Share of the weight that has a score, 0 to 1; null when all weights are 0. */
  readonly coverage: (number | null)[];
  /** By score, 1 is first, ties share a rank. */
  readonly ranks: (number | null)[];
}

/**
 * Weighted scoring matrix.
 *
 * Formula: score = Σ w·s / Σ w over the criteria that are scored, with s = scaleMin + scaleMax − s for a cost;
 * coverage = (weight that is scored) / (total weight). Options of different coverage are ranked together, so show the
 * coverage beside the rank.
 *
 * Source: Keeney & Raiffa (1976) Decisions with Multiple Objectives (additive value model).
 *
 * @throws {TypeError | RangeError} when a weight is negative, a score is outside the scale or for an unknown criterion,
 * a criterion is listed twice, a direction is neither benefit nor cost, or anything is not a finite number.
 * @example
 * weightedScoring({
 *   criteria: [{ id: 'value', weight: 3, direction: 'benefit' }, { id: 'price', weight: 1, direction: 'cost' }],
 *   scaleMin: 1, scaleMax: 5,
 *   options: [{ id: 'a', scores: { value: 4, price: 5 } }, { id: 'b', scores: { value: 4, price: null } }],
 * });
 * // => { scores: [3.25, 4], coverage: [1, 0.75], ranks: [2, 1] }
 */
export function weightedScoring(input: WeightedScoringInput): WeightedScoringResult {
  const scaleMin = checkNumber('scaleMin', input.scaleMin);
  const scaleMax = checkNumber('scaleMax', input.scaleMax);
  if (scaleMin >= scaleMax) throw new RangeError(`scaleMin must be below scaleMax, got ${scaleMin} and ${scaleMax}`);
  const criteria = checkCriteria(input.criteria);
  const totalWeight = input.criteria.reduce((sum, { weight }) => sum + weight, 0);

  const rated = checkList('options', input.options).map(({ scores }, index) => {
    const name = `options[${index}].scores`;
    if (typeof scores !== 'object' || scores === null) throw new TypeError(`${name} must be an object`);
    let sum = 0;
    let scoredWeight = 0;
    for (const [criterionId, given] of Object.entries(scores)) {
      const criterion = criteria.get(criterionId);
      if (criterion === undefined) throw new RangeError(`${name}.${criterionId} is for an unknown criterion`);
      const score = checkScored(`${name}.${criterionId}`, given, scaleMin, scaleMax);
      if (score === null) continue;
      sum += criterion.weight * (criterion.direction === 'cost' ? scaleMin + scaleMax - score : score);
      scoredWeight += criterion.weight;
    }
    return {
      score: scoredWeight === 0 ? null : sum / scoredWeight,
      coverage: totalWeight === 0 ? null : scoredWeight / totalWeight,
    };
  });
  const scores = rated.map(({ score }) => score);
  return { scores, coverage: rated.map(({ coverage }) => coverage), ranks: competitionRanks(scores) };
}

type Criterion = WeightedScoringInput['criteria'][number];

function checkCriteria(criteria: readonly Criterion[]): Map<string, Criterion> {
  const known = new Map<string, Criterion>();
  checkList('criteria', criteria).forEach((criterion, index) => {
    checkRange(`criteria[${index}].weight`, criterion.weight, 0, Infinity);
    if (criterion.direction !== 'benefit' && criterion.direction !== 'cost')
      throw new RangeError(`criteria[${index}].direction must be benefit or cost`);
    if (known.has(criterion.id)) throw new RangeError(`criteria[${index}].id is listed twice: ${criterion.id}`);
    known.set(criterion.id, criterion);
  });
  return known;
}
