/** The score of a practice, a dimension or the whole model, with what stands behind it. */
import { weightedMean } from './exact-sum.js';

export interface NodeScore {
  /** On the scale of {@link scoreScale}; null where nothing was answered that counts. */
  readonly score: number | null;
  /** The weight of what was answered in the weight of what applies (0–1); null where nothing applies. */
  readonly coverage: number | null;
  readonly answered: number;
  /** Scored items that apply: answered and unanswered. */
  readonly applicable: number;
  readonly notApplicable: number;
}

export interface StagedDetail {
  /** By level above the floor: the proportion (0–1) of applicable practices that are satisfied at it. */
  readonly profile: Readonly<Record<number, number | null>>;
  /** The practices that keep the next level from being reached. */
  readonly blocking: readonly string[];
  /** Levels at which no practice applies. */
  readonly vacuousLevels: readonly number[];
}

export interface AggregateScore extends NodeScore {
  /** Only in staged models, and only where something was assessed. */
  readonly staged: StagedDetail | null;
}

export interface Weighted<T> {
  readonly weight: number;
  readonly value: T;
}

/** Everything but the score: counts add up, coverage is the weighted mean of the parts that apply. */
export function combineCounts(parts: readonly Weighted<NodeScore>[]): Omit<NodeScore, 'score'> {
  const count = (pick: (score: NodeScore) => number): number => parts.reduce((sum, { value }) => sum + pick(value), 0);
  return {
    coverage: weightedMean(
      parts.flatMap(({ weight, value }) => (value.coverage === null ? [] : [{ weight, value: value.coverage }])),
    ),
    answered: count(({ answered }) => answered),
    applicable: count(({ applicable }) => applicable),
    notApplicable: count(({ notApplicable }) => notApplicable),
  };
}
