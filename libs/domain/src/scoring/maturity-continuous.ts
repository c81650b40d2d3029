import { checkFinite, checkNumber, checkObject, checkObjects, checkUniqueNames } from '@touchstone/metrics/checks';
import { exactSum, weightedMean, type WeightedValue } from './exact-sum.js';

/** One question of a dimension. */
export interface ContinuousItem {
  readonly id: string;
  /** 0 or more; only the proportions within the dimension matter. */
  readonly weight: number;
  /** From min to max. Null is unanswered; `'na'` is not applicable. */
  readonly score: number | null | 'na';
}

/** One dimension of the model. */
export interface ContinuousDimension {
  /** Different for every dimension. */
  readonly id: string;
  /** 0 or more; only the proportions among the dimensions matter. */
  readonly weight: number;
  readonly items: readonly ContinuousItem[];
}

/** Argument of {@link maturityContinuous}. */
export interface ContinuousInput {
  /** Lowest score of the scale. */
  readonly min: number;
  /** Highest score of the scale. */
  readonly max: number;
  readonly dimensions: readonly ContinuousDimension[];
}

/** One dimension of {@link maturityContinuous}. */
export interface ContinuousDimensionResult {
  /** Weighted mean of what was answered, on the scale; null when nothing was. */
  readonly score: number | null;
  /** The same with 0 for every item that is not answered; null when no item applies. */
  readonly scoreMissingAsZero: number | null;
  /** Proportion of the applicable weight that is answered, 0 to 1; null when no item applies. */
  readonly coverage: number | null;
}

/** Result of {@link maturityContinuous}. */
export interface ContinuousResult {
  /** The dimensions by id. */
  readonly dimensions: Readonly<Record<string, ContinuousDimensionResult>>;
  /** Weighted mean of the dimension scores; null when no dimension has one. */
  readonly overall: number | null;
  /** Weighted mean of the dimensions' `scoreMissingAsZero`. */
  readonly overallMissingAsZero: number | null;
  /** Weighted mean of the dimensions' coverage, 0 to 1. */
  readonly overallCoverage: number | null;
}

function scoreDimension(items: readonly ContinuousItem[]): ContinuousDimensionResult {
  const applicable = items.filter(({ score }) => score !== 'na');
  const answered = applicable.flatMap(({ weight, score }) =>
    typeof score === 'number' ? [{ weight, value: score }] : [],
  );
  const applicableWeight = exactSum(applicable.map(({ weight }) => weight));
  const answeredWeight = exactSum(answered.map(({ weight }) => weight));
  return {
    score: weightedMean(answered),
    scoreMissingAsZero: weightedMean(
      applicable.map(({ weight, score }) => ({ weight, value: typeof score === 'number' ? score : 0 })),
    ),
    coverage: applicableWeight === 0 ? null : answeredWeight / applicableWeight,
  };
}

function checkDimensions({ min, max, dimensions }: ContinuousInput): readonly ContinuousDimension[] {
  checkFinite('min', min);
  checkNumber('max', max, { min });
  const list = checkObjects('dimensions', dimensions);
  const ids = list.map(({ id }) => id);
  checkUniqueNames('dimensions', ids, '.id');
  list.forEach(({ weight, items }, d) => {
    checkNumber(`dimensions[${d}].weight`, weight, { min: 0 });
    checkObjects(`dimensions[${d}].items`, items).forEach((item, i) => {
      checkNumber(`dimensions[${d}].items[${i}].weight`, item.weight, { min: 0 });
      checkScore(`dimensions[${d}].items[${i}].score`, item.score, min, max);
    });
  });
  return list;
}

function checkScore(name: string, score: unknown, min: number, max: number): void {
  if (score === null || score === 'na') return;
  if (typeof score === 'string')
    throw new TypeError(`${name} must be from ${min} to ${max}, null or "na", got a string`);
  checkNumber(name, score, { min, max });
}

/**
 * Continuous maturity: the weighted mean of what was answered, level by level, with how much of it was answered.
 *
 * Formula: score of a dimension = Σ w·s / Σ w over its answered items; coverage = answered weight / applicable weight;
 * overall = Σ W·score / Σ W over the dimensions that have a score, W their weights. It is a mean of means: a dimension
 * with many items does not outweigh one with few. "na" leaves numerator and denominator; an item that is not answered
 * lowers the coverage, and counts as 0 in `scoreMissingAsZero` alone.
 *
 * Units: points of the scale from `min` to `max`; coverage is a proportion, 0 to 1. A total weight of 0 gives null.
 *
 * Source: CMMI for Development 1.3 (2010) CMU/SEI-2010-TR-033 (continuous representation, a profile by area); OWASP SAMM
 * core team (2023) The Not Applicable question.
 *
 * @throws {TypeError | RangeError} when a weight is negative, a score outside [min, max] and neither null nor "na", max
 * below min, or the id of a dimension empty or repeated.
 * @example
 * maturityContinuous({
 *   min: 1,
 *   max: 5,
 *   dimensions: [
 *     {
 *       id: 'insight',
 *       weight: 3,
 *       items: [
 *         { id: 'q1', weight: 2, score: 4 }, { id: 'q2', weight: 1, score: 1 },
 *         { id: 'q3', weight: 1, score: null }, { id: 'q4', weight: 9, score: 'na' },
 *       ],
 *     },
 *     { id: 'design', weight: 1, items: [{ id: 'q5', weight: 1, score: 5 }] },
 *   ],
 * });
 * // => {
 * //   dimensions: {
 * //     insight: { score: 3, scoreMissingAsZero: 2.25, coverage: 0.75 },
 * //     design: { score: 5, scoreMissingAsZero: 5, coverage: 1 },
 * //   },
 * //   overall: 3.5, overallMissingAsZero: 2.9375, overallCoverage: 0.8125,
 * // }
 */
export function maturityContinuous(input: ContinuousInput): ContinuousResult {
  const dimensions = checkDimensions(checkObject('input', input));
  const scored = dimensions.map(({ id, weight, items }) => ({ id, weight, result: scoreDimension(items) }));
  const overallOf = (pick: (result: ContinuousDimensionResult) => number | null): number | null =>
    weightedMean(
      scored.flatMap(({ weight, result }): WeightedValue[] => {
        const value = pick(result);
        return value === null ? [] : [{ weight, value }];
      }),
    );
  return {
    dimensions: Object.fromEntries(scored.map(({ id, result }) => [id, result])),
    overall: overallOf(({ score }) => score),
    overallMissingAsZero: overallOf(({ scoreMissingAsZero }) => scoreMissingAsZero),
    overallCoverage: overallOf(({ coverage }) => coverage),
  };
}
