import { requireArray, requireBetween, requireNumber, requireUnique, requireWeight } from './arguments.js';
import { exactSum, weightedMean, type WeightedValue } from './exact-sum.js';

export interface ContinuousItem {
  readonly id: string;
  readonly weight: number;
  /** Null is unanswered; `'na'` is not applicable. */
  readonly score: number | null | 'na';
}

export interface ContinuousDimension {
  readonly id: string;
  readonly weight: number;
  readonly items: readonly ContinuousItem[];
}

export interface ContinuousInput {
  readonly min: number;
  readonly max: number;
  readonly dimensions: readonly ContinuousDimension[];
}

export interface ContinuousDimensionResult {
  readonly score: number | null;
  readonly scoreMissingAsZero: number | null;
  readonly coverage: number | null;
}

export interface ContinuousResult {
  readonly dimensions: Readonly<Record<string, ContinuousDimensionResult>>;
  readonly overall: number | null;
  readonly overallMissingAsZero: number | null;
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

function validate({ min, max, dimensions }: ContinuousInput): void {
  requireNumber(min, 'min');
  requireNumber(max, 'max');
  if (min > max) throw new RangeError('min must not be above max');
  const seen = new Set<string>();
  requireArray(dimensions, 'dimensions').forEach((dimension, d) => {
    requireUnique(seen, dimension.id, `dimensions[${d}].id`);
    requireWeight(dimension.weight, `dimensions[${d}].weight`);
    requireArray(dimension.items, `dimensions[${d}].items`).forEach(({ weight, score }, i) => {
      requireWeight(weight, `dimensions[${d}].items[${i}].weight`);
      if (score !== null && score !== 'na') requireBetween(score, min, max, `dimensions[${d}].items[${i}].score`);
    });
  });
}

/**
 * The weighted mean of what was answered, level by level: items → dimension → overall, so that a dimension with many
 * items does not outweigh one with few. "Not applicable" leaves the score altogether; unanswered lowers the coverage.
 */
export function maturityContinuous(input: ContinuousInput): ContinuousResult {
  validate(input);
  const scored = input.dimensions.map(({ id, weight, items }) => ({ id, weight, result: scoreDimension(items) }));
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
