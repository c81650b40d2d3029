import {
  checkFinite,
  checkNumber,
  checkObject,
  checkObjects,
  checkOneOf,
  checkUniqueNames,
} from '@touchstone/metrics/checks';
import { exactSum, weightedMean, type WeightedValue } from '../scoring/exact-sum.js';
import { competitionRanks } from './competition-ranks.js';
import { checkScored, type Scored } from './scored.js';

/** Argument of {@link weightedScoring}. */
export interface WeightedScoringInput {
  readonly criteria: readonly {
    readonly id: string;
    /** 0 or more; only the proportions matter. */
    readonly weight: number;
    /** A high score is good for a benefit and bad for a cost. */
    readonly direction: 'benefit' | 'cost';
  }[];
  /** Lowest score of the scale. */
  readonly scaleMin: number;
  /** Highest score of the scale, above `scaleMin`. */
  readonly scaleMax: number;
  readonly options: readonly {
    readonly id: string;
    /** By criterion id, from scaleMin to scaleMax; null or left out is not scored yet. */
    readonly scores: Readonly<Record<string, Scored>>;
  }[];
}

/** Result of {@link weightedScoring}, in the order of the options. */
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
 * Units: scores on the scale of the input, coverage a proportion from 0 to 1.
 *
 * Source: Keeney & Raiffa (1976) Decisions with Multiple Objectives (additive value model).
 *
 * @throws {TypeError | RangeError} when a weight is negative, a score is outside the scale or for an unknown criterion,
 * a criterion is listed twice, a direction is neither benefit nor cost, or a number is not finite.
 * @example
 * weightedScoring({
 *   criteria: [{ id: 'value', weight: 3, direction: 'benefit' }, { id: 'price', weight: 1, direction: 'cost' }],
 *   scaleMin: 1, scaleMax: 5,
 *   options: [{ id: 'a', scores: { value: 4, price: 5 } }, { id: 'b', scores: { value: 4, price: null } }],
 * });
 * // => { scores: [3.25, 4], coverage: [1, 0.75], ranks: [2, 1] }
 */
export function weightedScoring(input: WeightedScoringInput): WeightedScoringResult {
  const { criteria, scaleMin, scaleMax, options } = checkObject('input', input);
  checkFinite('scaleMin', scaleMin);
  checkNumber('scaleMax', scaleMax, { min: scaleMin, aboveMin: true });
  const known = checkCriteria(criteria);
  const totalWeight = exactSum(criteria.map(({ weight }) => weight));

  const rated = checkObjects('options', options).map(({ scores: given }, index) => {
    const name = `options[${index}].scores`;
    const scored: WeightedValue[] = [];
    for (const [id, entry] of Object.entries(checkObject(name, given))) {
      const criterion = known.get(id);
      if (criterion === undefined) throw new RangeError(`${name}.${id} must be for one of the criteria`);
      const score = checkScored(`${name}.${id}`, entry, { min: scaleMin, max: scaleMax });
      if (score === null) continue;
      const value = criterion.direction === 'cost' ? scaleMin + scaleMax - score : score;
      scored.push({ weight: criterion.weight, value });
    }
    const scoredWeight = exactSum(scored.map(({ weight }) => weight));
    return { score: weightedMean(scored), coverage: totalWeight === 0 ? null : scoredWeight / totalWeight };
  });
  const scores = rated.map(({ score }) => score);
  return { scores, coverage: rated.map(({ coverage }) => coverage), ranks: competitionRanks(scores) };
}

type Criterion = WeightedScoringInput['criteria'][number];

function checkCriteria(criteria: readonly Criterion[]): Map<string, Criterion> {
  const list = checkObjects('criteria', criteria);
  list.forEach(({ weight, direction }, index) => {
    checkNumber(`criteria[${index}].weight`, weight, { min: 0 });
    checkOneOf(`criteria[${index}].direction`, direction, ['benefit', 'cost']);
  });
  const ids = checkUniqueNames(
    'criteria',
    list.map(({ id }) => id),
    '.id',
  );
  return new Map(list.map((criterion, index) => [ids[index]!, criterion]));
}
