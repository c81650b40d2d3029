import { estimateInterval } from '@touchstone/metrics';
import { type CellDecision, isHidden } from '../anonymity/index.js';
import type { MaturityModel, ModelPractice } from '../maturity-model/maturity-model.js';
import { weightedMean } from '../scoring/exact-sum.js';
import { type AggregateScore, levelOf } from '../scoring/index.js';
import { withinGroupAgreement } from './agreement.js';
import { combinePractices } from './combine-practices.js';
import { type PracticeCell, scalePoints } from './practice-cell.js';
import {
  type CombinationExplanation,
  type CombinedPractice,
  hiddenCell,
  RESULT_FORMULA,
  type ResultCell,
  type ResultNode,
} from './result-cell.js';
import { sampleMoments } from './sample-moments.js';
import type { ScoreTable } from './score-table.js';

/** A practice of the node with its weight in the node before anything is left out. */
export interface WeightedPractice {
  readonly practice: ModelPractice;
  readonly dimensionId: string;
  readonly dimensionWeight: number;
}

export type CombinationCell = ResultCell & { readonly explanation: CombinationExplanation | null };

export function combinationCell(input: {
  readonly model: MaturityModel;
  readonly node: ResultNode;
  readonly practices: readonly WeightedPractice[];
  /** The practice cells of the same cut, by practice id. */
  readonly cells: ReadonlyMap<string, PracticeCell>;
  readonly table: ScoreTable;
  readonly members: readonly number[];
  readonly groupId: string | null;
  readonly decision: CellDecision;
  readonly correlation: number;
  readonly confidence: number;
  /** The node by the staged method, from the cells of this cut; null in other models. */
  readonly staged: AggregateScore | null;
}): CombinationCell {
  const { model, node, practices, cells, table, members, groupId, decision, correlation, confidence, staged } = input;
  if (isHidden(decision)) return { ...hiddenCell(node, groupId, decision), explanation: null };

  const shown = practices.filter(({ practice }) => cells.get(practice.id)!.suppression === 'shown');
  const parts = combinedPractices(shown, cells);
  const own = ownScores(parts, table, members);
  const exact = own.complete ? ownEstimate(own.scores) : null;
  const estimate = combinePractices(parts, correlation);
  const value = estimate?.value ?? null;
  const { standardError, degreesOfFreedom } = exact ?? estimate ?? { standardError: null, degreesOfFreedom: null };
  const known = practices.filter(({ practice }) => !isHidden(cells.get(practice.id)!));
  return {
    node,
    groupId,
    suppression: decision.suppression,
    reason: decision.reason,
    n: own.n,
    value,
    sd: standardError === null ? null : standardError * Math.sqrt(own.n),
    ...estimateInterval({ value, se: standardError, df: degreesOfFreedom, confidence }),
    level: value === null ? null : staged !== null ? staged.score : (levelOf(model, value)?.value ?? null),
    distribution: null,
    agreement: withinGroupAgreement(
      shown.map(({ practice }) => squared(cells.get(practice.id)!.sd)),
      scalePoints(model),
    ),
    coverage: coverageOf(known, cells),
    notApplicable: known.reduce((sum, { practice }) => sum + (cells.get(practice.id)!.notApplicable ?? 0), 0),
    formula: RESULT_FORMULA,
    explanation: {
      kind: 'combination',
      parts,
      leftOut: practices
        .map(({ practice }) => ({ practiceId: practice.id, suppression: cells.get(practice.id)!.suppression }))
        .filter(({ suppression }) => suppression !== 'shown'),
      spread: exact ? 'own-scores' : 'practice-cells',
      correlation,
      standardError,
      degreesOfFreedom,
      staged: staged?.staged ?? null,
    },
  };
}

/** Weights as the model's method nests them: practices within their dimension, dimensions within the whole. */
export function combinedPractices(
  shown: readonly WeightedPractice[],
  cells: ReadonlyMap<string, ResultCell>,
): CombinedPractice[] {
  const within = new Map<string, number>();
  for (const { practice, dimensionId } of shown)
    within.set(dimensionId, (within.get(dimensionId) ?? 0) + practice.weight);
  const dimensions = new Map(shown.map((one) => [one.dimensionId, one.dimensionWeight]));
  let total = 0;
  for (const [id, weight] of dimensions) if (within.get(id)! > 0) total += weight;
  return shown.flatMap(({ practice, dimensionId, dimensionWeight }) => {
    const { n, value, explanation } = cells.get(practice.id)!;
    const weight = (practice.weight / within.get(dimensionId)!) * (dimensionWeight / total);
    if (!(weight > 0) || n === null || value === null) return [];
    return [{ practiceId: practice.id, weight, n, value, standardError: explanation?.standardError ?? null }];
  });
}

interface OwnScores {
  /** Respondents with a score of at least one part. */
  readonly n: number;
  /** Whether each of them has a score of every part. */
  readonly complete: boolean;
  readonly scores: readonly number[];
}

function ownScores(parts: readonly CombinedPractice[], table: ScoreTable, members: readonly number[]): OwnScores {
  const columns = parts.map(({ practiceId, weight }) => ({ score: table.column(practiceId).score, weight }));
  const scores: number[] = [];
  let complete = true;
  let n = 0;
  for (const respondent of members) {
    let own = 0;
    let present = 0;
    for (const { score, weight } of columns) {
      const one = score[respondent]!;
      if (Number.isNaN(one)) continue;
      own += weight * one;
      present++;
    }
    if (present === 0) continue;
    n++;
    if (present < columns.length) complete = false;
    else scores.push(own);
  }
  return { n, complete, scores };
}

function ownEstimate(scores: readonly number[]) {
  const { n, variance } = sampleMoments(scores);
  return {
    standardError: variance === null ? null : Math.sqrt(variance / n),
    degreesOfFreedom: n > 1 ? n - 1 : null,
  };
}

function coverageOf(known: readonly WeightedPractice[], cells: ReadonlyMap<string, PracticeCell>): number | null {
  return weightedMean(
    known.flatMap(({ practice, dimensionWeight }) => {
      const { coverage } = cells.get(practice.id)!;
      return coverage === null ? [] : [{ weight: practice.weight * dimensionWeight, value: coverage }];
    }),
  );
}

function squared(sd: number | null): number | null {
  return sd === null ? null : sd * sd;
}
