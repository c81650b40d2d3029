import { estimateDifference } from '@touchstone/metrics';
import { isHidden } from '../anonymity/index.js';
import { RuleError } from '../errors/index.js';
import type { MaturityModel } from '../maturity-model/maturity-model.js';
import { adjustForFalseDiscovery, type ResultCell, type ResultNode } from '../results/index.js';
import { comparableNodes, type ComparableNodes } from './comparable-nodes.js';
import { type ComparedEstimate, estimateOfCell, estimateOverPractices } from './comparable-estimate.js';
import { groupMixDiffers } from './group-mix.js';
import type { GroupPair } from './match-groups.js';

export interface ComparedWave {
  readonly model: MaturityModel;
  /** All published cells of the wave; nothing else of a wave is ever compared. */
  readonly cells: readonly ResultCell[];
}

export interface CompareWavesInput {
  readonly before: ComparedWave;
  readonly after: ComparedWave;
  /** From `matchGroups`; all respondents pooled are compared in any case. */
  readonly groups: readonly GroupPair[];
  /** 0.95 when left out. */
  readonly confidence?: number;
}

export type ChangeVerdict = 'rose' | 'fell' | 'within_noise' | 'cannot_say';

/** Why nothing can be said; interfaces put it into words. */
export type CannotSayReason =
  | 'SCALE_CHANGED'
  | 'PRACTICE_CHANGED'
  | 'HIDDEN_BEFORE'
  | 'HIDDEN_AFTER'
  | 'NOBODY_BEFORE'
  | 'NOBODY_AFTER'
  | 'NO_COMMON_PRACTICE'
  | 'TOO_FEW'
  | 'NO_SPREAD';

export interface ComparisonCell {
  readonly node: ResultNode;
  /** Null: all respondents pooled. */
  readonly group: GroupPair | null;
  readonly before: number | null;
  readonly beforeN: number | null;
  readonly beforeLevel: number | null;
  readonly after: number | null;
  readonly afterN: number | null;
  readonly afterLevel: number | null;
  /** after − before. */
  readonly change: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  /** Benjamini–Hochberg over the nodes of the same kind in the same group. */
  readonly adjustedP: number | null;
  /** The smallest change that this pair of waves could have told from noise by itself: half the interval. */
  readonly smallestDetectable: number | null;
  readonly verdict: ChangeVerdict;
  readonly reason: CannotSayReason | null;
  /** Dimensions and the whole: practices compared, and those that one wave shows and the comparison leaves out. */
  readonly practices: { readonly compared: readonly string[]; readonly leftOut: readonly string[] } | null;
}

export type ComparisonNote =
  | 'RESPONDENTS_TREATED_AS_INDEPENDENT'
  | 'ALL_POOLS_RESPONDENTS'
  | 'GROUP_MIX_DIFFERS'
  | 'ADJUSTED_FOR_MANY_COMPARISONS'
  | 'MODEL_VERSION_CHANGED'
  | 'COMPARED_ON_COMMON_PRACTICES'
  | 'STAGED_LEVEL_IS_NOT_THE_MEAN';

export interface WaveComparison {
  readonly confidence: number;
  readonly notes: readonly ComparisonNote[];
  readonly unmatchedBefore: readonly string[];
  readonly unmatchedAfter: readonly string[];
  readonly cells: readonly ComparisonCell[];
}

/**
 * What moved between two waves of one model, and whether by more than raters differ anyway.
 *
 * Formula: Welch's test and interval from n, mean and spread of the published cells. Nobody can be followed from one
 * anonymous wave to the next, so the two are taken as independent samples; where the same people answered twice, the
 * truth is usually surer than the interval says. p values are adjusted within each group, practices, dimensions and the
 * whole each by themselves; a change is called when the adjusted p is at most 1 − confidence. Dimensions and the whole
 * are compared over the practices that both waves show, by the later version's weights, so that a new or hidden practice
 * does not pass for progress. It also compares two units in one period: "before" is then simply the other unit.
 *
 * @throws {RuleError} `MODELS_DIFFER` when the waves are of different models.
 */
export function compareWaves(input: CompareWavesInput): WaveComparison {
  const { before, after, groups, confidence = 0.95 } = input;
  if (before.model.id !== after.model.id)
    throw new RuleError('MODELS_DIFFER', 'Only waves of one model can be compared.');
  const comparable = comparableNodes(before.model, after.model);
  const old = cellsByCut(before.cells);
  const now = cellsByCut(after.cells);
  const cells = [null, ...groups].flatMap((group) => {
    const cut = comparable.nodes.map(({ node, practices }) =>
      compareNode({
        node,
        practices,
        group,
        comparable,
        confidence,
        old: old.get(group?.before ?? null) ?? new Map(),
        now: now.get(group?.after ?? null) ?? new Map(),
      }),
    );
    return judged(cut, confidence);
  });
  return {
    confidence,
    notes: notesOf(input, cells),
    unmatchedBefore: comparable.unmatchedBefore,
    unmatchedAfter: comparable.unmatchedAfter,
    cells,
  };
}

type CellsOfCut = ReadonlyMap<string, ResultCell>;

const keyOf = ({ kind, id }: ResultNode) => `${kind}:${id}`;

function cellsByCut(cells: readonly ResultCell[]): Map<string | null, CellsOfCut> {
  const cuts = new Map<string | null, Map<string, ResultCell>>();
  for (const cell of cells) {
    const cut = cuts.get(cell.groupId) ?? new Map<string, ResultCell>();
    cuts.set(cell.groupId, cut.set(keyOf(cell.node), cell));
  }
  return cuts;
}

interface NodeComparison {
  readonly node: ResultNode;
  readonly practices: ComparableNodes['nodes'][number]['practices'];
  readonly group: GroupPair | null;
  readonly comparable: ComparableNodes;
  readonly confidence: number;
  readonly old: CellsOfCut;
  readonly now: CellsOfCut;
}

interface Sides {
  readonly before: ComparedEstimate | null;
  readonly after: ComparedEstimate | null;
  readonly reason: CannotSayReason | null;
  readonly practices: ComparisonCell['practices'];
}

function compareNode(input: NodeComparison): ComparisonCell {
  const { node, group, confidence, old, now } = input;
  const { before, after, reason, practices } = sidesOf(input);
  const comparison = {
    node,
    group,
    before: before?.value ?? null,
    beforeN: before?.n ?? null,
    beforeLevel: levelBeside(before, old.get(keyOf(node))),
    after: after?.value ?? null,
    afterN: after?.n ?? null,
    afterLevel: levelBeside(after, now.get(keyOf(node))),
    practices,
  };
  if (reason !== null || before === null || after === null)
    return {
      ...comparison,
      change: null,
      lower: null,
      upper: null,
      p: null,
      adjustedP: null,
      smallestDetectable: null,
      verdict: 'cannot_say',
      reason: reason ?? 'NO_COMMON_PRACTICE',
    };
  const { diff, se, lower, upper, p } = estimateDifference({ a: testable(after), b: testable(before), confidence });
  return {
    ...comparison,
    change: diff,
    lower,
    upper,
    p,
    adjustedP: null,
    smallestDetectable: lower === null || upper === null ? null : (upper - lower) / 2,
    // Everybody said the same, twice: no test is needed to see that nothing moved.
    verdict: p === null && !(se === 0 && diff === 0) ? 'cannot_say' : 'within_noise',
    reason: p !== null || (se === 0 && diff === 0) ? null : se === 0 ? 'NO_SPREAD' : 'TOO_FEW',
  };
}

/** The published level, unless the value compared is over other practices than the published one. */
function levelBeside(estimate: ComparedEstimate | null, cell: ResultCell | undefined): number | null {
  return estimate !== null && cell !== undefined && estimate.value === cell.value ? cell.level : null;
}

function testable({ value, standardError, degreesOfFreedom }: ComparedEstimate) {
  return { value, se: standardError, df: degreesOfFreedom };
}

function sidesOf({ node, practices, comparable, old, now }: NodeComparison): Sides {
  const before = old.get(keyOf(node));
  const after = now.get(keyOf(node));
  const hidden = reasonOf(before, 'BEFORE') ?? reasonOf(after, 'AFTER');
  if (node.kind === 'practice' || hidden !== null || before === undefined || after === undefined) {
    const changed = comparable.changedPractices.has(node.id) && node.kind === 'practice';
    return {
      before: before === undefined ? null : estimateOfCell(before),
      after: after === undefined ? null : estimateOfCell(after),
      reason: !comparable.sameScale ? 'SCALE_CHANGED' : (hidden ?? (changed ? 'PRACTICE_CHANGED' : null)),
      practices: null,
    };
  }
  const usable = (id: string) =>
    !comparable.changedPractices.has(id) &&
    [old, now].every((cut) => cut.get(`practice:${id}`)?.suppression === 'shown');
  const common = practices.filter(({ practice }) => usable(practice.id));
  const compared = new Set(common.map(({ practice }) => practice.id));
  const shown = [before, after].flatMap(({ explanation }) =>
    explanation?.kind === 'combination' ? explanation.parts.map(({ practiceId }) => practiceId) : [],
  );
  return {
    before: estimateOverPractices(before, common, practiceCells(old)),
    after: estimateOverPractices(after, common, practiceCells(now)),
    reason: comparable.sameScale ? null : 'SCALE_CHANGED',
    practices: { compared: [...compared], leftOut: [...new Set(shown)].filter((id) => !compared.has(id)) },
  };
}

function reasonOf(cell: ResultCell | undefined, side: 'BEFORE' | 'AFTER'): CannotSayReason | null {
  if (cell === undefined || cell.suppression === 'empty') return `NOBODY_${side}`;
  return isHidden(cell) ? `HIDDEN_${side}` : null;
}

function practiceCells(cut: CellsOfCut): Map<string, ResultCell> {
  return new Map([...cut.values()].filter(({ node }) => node.kind === 'practice').map((cell) => [cell.node.id, cell]));
}

/** The verdicts of one group, after adjusting for how many comparisons its page makes. */
function judged(cells: readonly ComparisonCell[], confidence: number): ComparisonCell[] {
  const adjusted = new Map<ComparisonCell, number | null>();
  for (const kind of ['practice', 'dimension', 'overall'] as const) {
    const family = cells.filter(({ node }) => node.kind === kind);
    const p = adjustForFalseDiscovery(family.map((cell) => cell.p));
    family.forEach((cell, index) => adjusted.set(cell, p[index] ?? null));
  }
  return cells.map((cell) => {
    const adjustedP = adjusted.get(cell) ?? null;
    const beyond = adjustedP !== null && adjustedP <= 1 - confidence;
    return { ...cell, adjustedP, verdict: beyond ? (cell.change! > 0 ? 'rose' : 'fell') : cell.verdict };
  });
}

function notesOf({ before, after, groups }: CompareWavesInput, cells: readonly ComparisonCell[]): ComparisonNote[] {
  const notes: ComparisonNote[] = [
    'RESPONDENTS_TREATED_AS_INDEPENDENT',
    'ALL_POOLS_RESPONDENTS',
    'ADJUSTED_FOR_MANY_COMPARISONS',
  ];
  if (groupMixDiffers(before.cells, after.cells, groups)) notes.unshift('GROUP_MIX_DIFFERS');
  if (before.model.version !== after.model.version) notes.push('MODEL_VERSION_CHANGED');
  if (cells.some(({ practices }) => practices !== null && practices.leftOut.length > 0))
    notes.push('COMPARED_ON_COMMON_PRACTICES');
  if (after.model.scoring.method === 'staged') notes.push('STAGED_LEVEL_IS_NOT_THE_MEAN');
  return notes;
}
