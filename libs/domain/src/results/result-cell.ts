import type { CellDecision, Suppression, SuppressionReason } from '../anonymity/index.js';
import type { LevelShare, StagedDetail } from '../scoring/index.js';

/** Names the rules by which results are computed; changes whenever a number could come out differently. */
export const RESULT_FORMULA = 'maturity-results/1';

export type NodeKind = 'practice' | 'dimension' | 'overall';

export interface ResultNode {
  readonly kind: NodeKind;
  /** Practice or dimension id; `overall` for the whole model. */
  readonly id: string;
}

export const OVERALL: ResultNode = { kind: 'overall', id: 'overall' };

export interface DistributionBar {
  /** The level's value; where scores can lie below the lowest level, a first bar stands for those. */
  readonly value: number;
  readonly count: number;
}

export interface PracticeExplanation {
  readonly kind: 'practice';
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  /** Empty unless the model is staged. */
  readonly levelShares: readonly LevelShare[];
}

export interface CombinedPractice {
  readonly practiceId: string;
  /** Share of the whole, 0–1; the weights of one combination sum to 1. */
  readonly weight: number;
  readonly n: number;
  readonly value: number;
  readonly standardError: number | null;
}

export interface CombinationExplanation {
  readonly kind: 'combination';
  /** The value is the sum of weight · value over these. */
  readonly parts: readonly CombinedPractice[];
  /** Practices of the node that do not enter, because they are hidden here or nobody scored them. */
  readonly leftOut: readonly { readonly practiceId: string; readonly suppression: Suppression }[];
  /**
   * `own-scores`: the spread of the respondents' own scores; everybody scored every practice that enters.
   * `practice-cells`: put together from the practices' standard errors and the cut's correlation.
   */
  readonly spread: 'own-scores' | 'practice-cells';
  /** ρ of the wave for this kind of cut; enters the spread where it comes from practice cells. */
  readonly correlation: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  /** Staged models: which share of practices is satisfied per level, and what blocks the next one. */
  readonly staged: StagedDetail | null;
}

export type CellExplanation = PracticeExplanation | CombinationExplanation;

/** One published figure: a node, a cut, and what may be said of it. Every number of a hidden cell is null. */
export interface ResultCell {
  readonly node: ResultNode;
  /** Null: all respondents pooled, so that a large group counts for more than a small one. */
  readonly groupId: string | null;
  readonly suppression: Suppression;
  readonly reason: SuppressionReason | null;
  /** Respondents with a score here; of a dimension or the whole, with a score of at least one practice that enters. */
  readonly n: number | null;
  /** Practice: mean of the respondents' own scores. Dimension and whole: weighted mean of the practices' values. */
  readonly value: number | null;
  /** Sample standard deviation between respondents. */
  readonly sd: number | null;
  /** t interval of the value. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The value of the level reached by the model's own method: in a staged model that is not the level of the mean. */
  readonly level: number | null;
  /** Practices only. */
  readonly distribution: readonly DistributionBar[] | null;
  /** r_wg of a practice, r_wg(j) of a dimension and the whole, 0–1. */
  readonly agreement: number | null;
  /** Answered in applicable items, by weight, 0–1. */
  readonly coverage: number | null;
  /** Answers that were "not applicable". */
  readonly notApplicable: number | null;
  readonly formula: string;
  readonly explanation: CellExplanation | null;
}

/** A cell of which nothing may be said but why. */
export function hiddenCell(node: ResultNode, groupId: string | null, decision: CellDecision): ResultCell {
  return {
    node,
    groupId,
    suppression: decision.suppression,
    reason: decision.reason,
    n: null,
    value: null,
    sd: null,
    lower: null,
    upper: null,
    level: null,
    distribution: null,
    agreement: null,
    coverage: null,
    notApplicable: null,
    formula: RESULT_FORMULA,
    explanation: null,
  };
}
