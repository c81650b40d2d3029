import type { CellExplanation, LocalizedText, MaturityModel, StagedDetail } from '@touchstone/domain';
import type { ExplanationStepType } from './result.type.js';

export interface ExplainableCell {
  readonly formula: string;
  readonly confidence: number;
  readonly suppression: string;
  readonly n: number | null;
  readonly value: number | null;
  readonly sd: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number | null;
  readonly agreement: number | null;
  readonly coverage: number | null;
  readonly notApplicable: number | null;
  readonly distribution: readonly { value: number; count: number }[] | null;
  readonly explanation: CellExplanation | null;
  readonly model: MaturityModel;
}

/**
 * A stored cell as the steps that led to it, from the answers up. A hidden cell has no steps: how it was computed would
 * give it away. Practices go by their ids, so that every reader's own language names them.
 */
export function explainCell(cell: ExplainableCell): ExplanationStepType[] {
  const { explanation } = cell;
  if (!explanation) return [];
  if (explanation.kind === 'practice') {
    return [
      step(
        'answer-counts',
        {
          counts: (cell.distribution ?? []).map(({ value, count }) => ({ level: value, count })),
          notApplicable: cell.notApplicable,
          coverage: cell.coverage,
        },
        null,
        cell.n,
      ),
      step('mean-of-respondents', { sd: cell.sd }, cell.value, cell.n),
      interval(cell, explanation.standardError, explanation.degreesOfFreedom),
      ...(explanation.levelShares.length > 0
        ? [step('share-of-respondents', { levels: explanation.levelShares }, cell.level, cell.n)]
        : []),
      reached(cell),
    ];
  }
  return [
    step(
      'weighted-mean',
      {
        parts: explanation.parts.map((part) => ({
          practiceId: part.practiceId,
          weight: part.weight,
          value: part.value,
          n: part.n,
          standardError: part.standardError,
        })),
        leftOut: explanation.leftOut.map(({ practiceId, suppression }) => ({ practiceId, suppression })),
      },
      cell.value,
      cell.n,
    ),
    step(
      explanation.spread === 'own-scores' ? 'spread-of-own-scores' : 'spread-of-practices',
      { correlation: explanation.correlation, sd: cell.sd },
      null,
      cell.n,
    ),
    interval(cell, explanation.standardError, explanation.degreesOfFreedom),
    ...(explanation.staged ? [stagedStep(explanation.staged, cell)] : []),
    reached(cell),
  ];
}

function step(
  code: string,
  inputs: unknown,
  result: number | null,
  n: number | null,
  label: LocalizedText | null = null,
): ExplanationStepType {
  return { code, label, inputs, result, n };
}

const interval = (
  cell: ExplainableCell,
  standardError: number | null,
  degreesOfFreedom: number | null,
): ExplanationStepType =>
  step(
    'interval',
    { confidence: cell.confidence, standardError, degreesOfFreedom, lower: cell.lower, upper: cell.upper },
    null,
    cell.n,
  );

function reached(cell: ExplainableCell): ExplanationStepType {
  const level = cell.model.levels.find(({ value }) => value === cell.level);
  return step(
    'level-reached',
    { method: cell.model.scoring.method, agreement: cell.agreement },
    cell.level,
    null,
    level?.name ?? null,
  );
}

const stagedStep = (staged: StagedDetail, cell: ExplainableCell): ExplanationStepType =>
  step('levels-passed', { ...staged }, cell.level, null);
