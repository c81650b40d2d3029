import {
  type CellDecision,
  decideSuppression,
  isHidden,
  type Suppression,
  type SuppressionReason,
  type SuppressionTable,
} from '../anonymity/index.js';
import type { MaturityModel, ScoringMethod } from '../maturity-model/maturity-model.js';
import { aggregateScores, type Aggregates } from '../scoring/aggregate-score.js';
import { waveAgreement } from './agreement.js';
import { combinationCell, type WeightedPractice } from './combination-cell.js';
import { type GroupGap, groupGaps } from './group-gaps.js';
import { type PracticeCell, practiceCell } from './practice-cell.js';
import { raterCorrelation } from './rater-correlation.js';
import { OVERALL, RESULT_FORMULA, type ResultCell, type ResultNode } from './result-cell.js';
import { type ResultSubmission, scoresOf, type ScoreTable, scoreTable } from './score-table.js';

export interface ResultGroup {
  readonly id: string;
  /** How many people were expected to answer; null when unknown. */
  readonly expected: number | null;
}

export interface ComputeResultsInput {
  readonly model: MaturityModel;
  readonly minimumGroupSize: number;
  /** In the order in which groups are listed and gaps are taken. */
  readonly groups: readonly ResultGroup[];
  readonly submissions: readonly ResultSubmission[];
  /** 0.95 when left out. */
  readonly confidence?: number;
}

export interface GroupResponse {
  readonly groupId: string;
  readonly expected: number | null;
  /** Null where the group is hidden. */
  readonly submitted: number | null;
  readonly suppression: Suppression;
  readonly reason: SuppressionReason | null;
}

/** What a reader must know to read the numbers right; interfaces put them into words. */
export type ResultNote =
  | 'ALL_POOLS_RESPONDENTS'
  | 'NOT_APPLICABLE_COUNTS_AS_ZERO'
  | 'STAGED_LEVEL_IS_NOT_THE_MEAN'
  | 'SPREAD_FROM_PRACTICES'
  | 'SOME_CELLS_HIDDEN'
  | 'NO_SUBMISSIONS';

/** ρ of `rater-correlation.ts`: how strongly one respondent's scores of two practices go together. */
export interface WaveCorrelation {
  /** Around the means of the respondents' own groups; for the cells of groups. */
  readonly withinGroups: number;
  /** Around the means of everybody; for the cells of all respondents. */
  readonly pooled: number;
}

export interface WaveResults {
  readonly formula: string;
  readonly method: ScoringMethod;
  /** Stream sums add up; everything else lies on the scale of the levels. */
  readonly unit: 'level' | 'sum';
  readonly confidence: number;
  readonly minimumGroupSize: number;
  readonly submissions: number;
  readonly correlation: WaveCorrelation;
  /** Over all respondents and all practices whose pooled cell is shown. */
  readonly krippendorffAlpha: number | null;
  readonly icc: number | null;
  readonly iccOfMeans: number | null;
  readonly notes: readonly ResultNote[];
  readonly groups: readonly GroupResponse[];
  /** Every node × every group and, with groupId null, all respondents pooled. */
  readonly cells: readonly ResultCell[];
  readonly gaps: readonly GroupGap[];
}

/**
 * The results of a closed wave: what may be published, and nothing from which more could be worked out.
 *
 * Pure and without regard to the order of submissions. Hidden cells carry no number; dimensions and the whole are made
 * of shown practice cells (see `../anonymity/suppression.ts` for why that is the rule that keeps people hidden).
 *
 * @throws {RangeError} when a submission names an unknown group or an answer does not fit the model; answers are
 * checked where they come in, so that this is a mistake of ours.
 */
export function computeResults(input: ComputeResultsInput): WaveResults {
  const { model, minimumGroupSize, groups, submissions, confidence = 0.95 } = input;
  const groupIds = groups.map(({ id }) => id);
  const table = scoreTable({ model, groupIds, submissions });
  const suppression = decideSuppression({
    minimumGroupSize,
    groups: groupIds.map((id) => ({ id, submissions: table.members.get(id)!.length })),
    practices: table.columns.map((column) => ({
      id: column.practiceId,
      scored: new Map(groupIds.map((id) => [id, scoresOf(column, table.members.get(id)!).length])),
    })),
  });
  const practiceIds = table.columns
    .map(({ practiceId }) => practiceId)
    .filter((id) => suppression.practice(id, null).suppression === 'shown');
  const around = (crowds: readonly (readonly number[])[]) =>
    raterCorrelation({ table, practiceIds, crowds, minimumGroupSize });
  const correlation: WaveCorrelation = {
    withinGroups: around(groupIds.map((id) => table.members.get(id)!)),
    pooled: around([table.members.get(null)!]),
  };
  const cuts = [null, ...groupIds];
  const cells = cuts.flatMap((groupId) =>
    cellsOfCut({
      model,
      table,
      suppression,
      groupId,
      correlation: groupId === null ? correlation.pooled : correlation.withinGroups,
      confidence,
    }),
  );
  return {
    formula: RESULT_FORMULA,
    method: model.scoring.method,
    unit: model.scoring.method === 'stream-sums' ? 'sum' : 'level',
    confidence,
    minimumGroupSize,
    submissions: submissions.length,
    correlation,
    ...waveAgreement(
      cells.flatMap(({ node, groupId, n, value, sd }) =>
        node.kind === 'practice' && groupId === null && n !== null && value !== null
          ? [{ n, mean: value, variance: sd === null ? null : sd * sd }]
          : [],
      ),
    ),
    notes: notesOf(model, cells, submissions.length),
    groups: groups.map(({ id, expected }) => responseOf(id, expected, suppression.group(id), table)),
    cells,
    gaps: groupGaps({ cells, groupIds, confidence }),
  };
}

function cellsOfCut(input: {
  readonly model: MaturityModel;
  readonly table: ScoreTable;
  readonly suppression: SuppressionTable;
  readonly groupId: string | null;
  readonly correlation: number;
  readonly confidence: number;
}): ResultCell[] {
  const { model, table, suppression, groupId } = input;
  const members = table.members.get(groupId)!;
  const practiceCells = new Map<string, PracticeCell>(
    table.columns.map((column) => {
      const decision = suppression.practice(column.practiceId, groupId);
      return [column.practiceId, practiceCell({ ...input, column, members, decision })];
    }),
  );
  const staged = model.scoring.method === 'staged' ? stagedScores(model, practiceCells, table, members) : null;
  return [
    ...practiceCells.values(),
    ...combinationsOf(model).map(({ node, practices }) => {
      const decision = suppression.combination(
        practices.map(({ practice }) => practice.id),
        groupId,
      );
      return combinationCell({
        ...input,
        node,
        practices,
        cells: practiceCells,
        members,
        decision,
        staged: staged && (node.kind === 'overall' ? staged.overall : staged.dimensions[node.id]!),
      });
    }),
  ];
}

/**
 * The staged method over the levels of practice cells. What is hidden is left out like what does not apply: a level
 * that depended on a hidden cell would say how it came out.
 */
function stagedScores(
  model: MaturityModel,
  cells: ReadonlyMap<string, PracticeCell>,
  table: ScoreTable,
  members: readonly number[],
): Aggregates {
  const scores = Object.fromEntries(
    [...cells].map(([practiceId, cell]) => {
      const { inapplicable } = table.column(practiceId);
      const leftOut =
        isHidden(cell) || (members.length > 0 && members.every((respondent) => inapplicable[respondent] === 1));
      const counts = leftOut ? { applicable: 0, notApplicable: 1 } : { applicable: 1, notApplicable: 0 };
      return [practiceId, { score: cell.level, coverage: cell.coverage, answered: cell.n ?? 0, ...counts }];
    }),
  );
  return aggregateScores(model, scores);
}

/** Every dimension and the whole, with the practices that they rest on. */
export function combinationsOf(
  model: MaturityModel,
): { readonly node: ResultNode; readonly practices: readonly WeightedPractice[] }[] {
  const dimensions = model.dimensions.map(({ id, weight, practices }) => ({
    node: { kind: 'dimension', id } as const,
    practices: practices.map((practice) => ({ practice, dimensionId: id, dimensionWeight: weight })),
  }));
  return [
    // Inside its own dimension a practice does not care how much the dimension weighs, not even when that is nothing.
    ...dimensions.map(({ node, practices }) => ({
      node,
      practices: practices.map((one) => ({ ...one, dimensionWeight: 1 })),
    })),
    { node: OVERALL, practices: dimensions.flatMap(({ practices }) => practices) },
  ];
}

function responseOf(
  groupId: string,
  expected: number | null,
  { suppression, reason }: CellDecision,
  table: ScoreTable,
): GroupResponse {
  const submitted = isHidden({ suppression, reason }) ? null : table.members.get(groupId)!.length;
  return { groupId, expected, submitted, suppression, reason };
}

function notesOf(model: MaturityModel, cells: readonly ResultCell[], submissions: number): ResultNote[] {
  const notes: ResultNote[] = ['ALL_POOLS_RESPONDENTS'];
  if (model.scoring.method === 'stream-sums') notes.push('NOT_APPLICABLE_COUNTS_AS_ZERO');
  if (model.scoring.method === 'staged') notes.push('STAGED_LEVEL_IS_NOT_THE_MEAN');
  if (cells.some(restsOnCorrelation)) notes.push('SPREAD_FROM_PRACTICES');
  if (cells.some(isHidden)) notes.push('SOME_CELLS_HIDDEN');
  if (submissions === 0) notes.push('NO_SUBMISSIONS');
  return notes;
}

function restsOnCorrelation({ explanation }: ResultCell): boolean {
  return explanation?.kind === 'combination' && explanation.spread === 'practice-cells';
}
