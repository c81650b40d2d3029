import { estimateInterval } from '@touchstone/metrics';
import type { CellDecision } from '../anonymity/index.js';
import type { MaturityModel } from '../maturity-model/maturity-model.js';
import { exactMean } from '../scoring/exact-sum.js';
import { levelOf, type LevelShare, scoreScale } from '../scoring/index.js';
import { withinGroupAgreement } from './agreement.js';
import {
  type DistributionBar,
  hiddenCell,
  type PracticeExplanation,
  RESULT_FORMULA,
  type ResultCell,
} from './result-cell.js';
import { sampleMoments } from './sample-moments.js';
import { type PracticeColumn, scoresOf } from './score-table.js';

export type PracticeCell = ResultCell & { readonly explanation: PracticeExplanation | null };

export function practiceCell(input: {
  readonly model: MaturityModel;
  readonly column: PracticeColumn;
  readonly members: readonly number[];
  readonly groupId: string | null;
  readonly decision: CellDecision;
  readonly confidence: number;
}): PracticeCell {
  const { model, column, members, groupId, decision, confidence } = input;
  const node = { kind: 'practice', id: column.practiceId } as const;
  if (decision.suppression === 'primary' || decision.suppression === 'complementary')
    return { ...hiddenCell(node, groupId, decision), explanation: null };

  const scores = scoresOf(column, members);
  const { n, mean: value, variance } = sampleMoments(scores);
  const sd = variance === null ? null : Math.sqrt(variance);
  const standardError = sd === null ? null : sd / Math.sqrt(n);
  const degreesOfFreedom = n > 1 ? n - 1 : null;
  const distribution = distributionOf(model, scores);
  const levelShares = model.scoring.method === 'staged' ? sharesOf(model, distribution, n) : [];
  const level =
    value === null
      ? null
      : model.scoring.method === 'staged'
        ? stagedLevel(model, levelShares)
        : (levelOf(model, value)?.value ?? null);
  return {
    node,
    groupId,
    suppression: decision.suppression,
    reason: decision.reason,
    n,
    value,
    sd,
    ...estimateInterval({ value, se: standardError, df: degreesOfFreedom, confidence }),
    level,
    distribution,
    agreement: withinGroupAgreement([variance], scalePoints(model)),
    coverage: exactMean(
      members.map((respondent) => column.coverage[respondent]!).filter((share) => !Number.isNaN(share)),
    ),
    notApplicable: members.reduce((sum, respondent) => sum + column.notApplicable[respondent]!, 0),
    formula: RESULT_FORMULA,
    explanation: { kind: 'practice', standardError, degreesOfFreedom, levelShares },
  };
}

/** Points of the scale that scores lie on, for agreement by chance. */
export function scalePoints(model: MaturityModel): number {
  return barValues(model).length;
}

/** The levels, below them a first bar where scores can lie below the lowest level. */
function barValues(model: MaturityModel): number[] {
  const levels = model.levels.map(({ value }) => value);
  const { min } = scoreScale(model);
  return min < levels[0]! ? [min, ...levels] : levels;
}

function distributionOf(model: MaturityModel, scores: readonly number[]): DistributionBar[] {
  const values = barValues(model);
  const counts = new Map(values.map((value) => [value, 0]));
  for (const score of scores) {
    const bar = levelOf(model, score)?.value ?? values[0]!;
    counts.set(bar, counts.get(bar)! + 1);
  }
  return values.map((value) => ({ value, count: counts.get(value)! }));
}

function sharesOf(model: MaturityModel, distribution: readonly DistributionBar[], n: number): LevelShare[] {
  if (n === 0) return [];
  return model.levels.slice(1).map(({ value: level }) => {
    const count = distribution.reduce((sum, bar) => sum + (bar.value >= level ? bar.count : 0), 0);
    const share = count / n;
    return { level, count, share, satisfied: share >= model.scoring.satisfaction };
  });
}

function stagedLevel(model: MaturityModel, shares: readonly LevelShare[]): number {
  return shares.findLast(({ satisfied }) => satisfied)?.level ?? model.levels[0]!.value;
}
