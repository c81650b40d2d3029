import { estimateDifference } from '@touchstone/metrics';
import { adjustForFalseDiscovery } from './false-discovery.js';
import type { ResultCell, ResultNode } from './result-cell.js';

/** How far two rater groups are apart at a node: A minus B. Exists only where both are shown. */
export interface GroupGap {
  readonly node: ResultNode;
  readonly groupA: string;
  readonly groupB: string;
  readonly difference: number;
  /** Welch interval and test, respondents of the two groups being different people. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  /** Adjusted over all pairs of groups and all nodes of the same kind: a page of gaps is read as one question. */
  readonly adjustedP: number | null;
  readonly beyondNoise: boolean;
}

export function groupGaps(input: {
  readonly cells: readonly ResultCell[];
  /** Gaps are taken in this order: first minus later. */
  readonly groupIds: readonly string[];
  readonly confidence: number;
}): GroupGap[] {
  const { cells, groupIds, confidence } = input;
  const byNode = new Map<string, ResultCell[]>();
  for (const cell of cells) {
    if (cell.groupId === null || cell.value === null || cell.suppression !== 'shown') continue;
    const key = `${cell.node.kind}:${cell.node.id}`;
    const shown = byNode.get(key);
    if (shown === undefined) byNode.set(key, [cell]);
    else shown.push(cell);
  }
  const place = new Map(groupIds.map((id, index) => [id, index]));
  const gaps = [...byNode.values()].flatMap((shown) => {
    const inOrder = shown.toSorted((a, b) => place.get(a.groupId!)! - place.get(b.groupId!)!);
    return inOrder.flatMap((a, index) => inOrder.slice(index + 1).map((b) => gapBetween(a, b, confidence)));
  });
  for (const kind of ['practice', 'dimension', 'overall'] as const) {
    const family = gaps.filter((gap) => gap.node.kind === kind);
    const adjusted = adjustForFalseDiscovery(family.map((gap) => gap.p));
    family.forEach((gap, index) => {
      gap.adjustedP = adjusted[index] ?? null;
      gap.beyondNoise = gap.adjustedP !== null && gap.adjustedP <= 1 - confidence;
    });
  }
  return gaps;
}

type Draft = { -readonly [K in keyof GroupGap]: GroupGap[K] };

function gapBetween(a: ResultCell, b: ResultCell, confidence: number): Draft {
  const { diff, lower, upper, p } = estimateDifference({ a: estimateOf(a), b: estimateOf(b), confidence });
  return {
    node: a.node,
    groupA: a.groupId!,
    groupB: b.groupId!,
    difference: diff!,
    lower,
    upper,
    p,
    adjustedP: null,
    beyondNoise: false,
  };
}

function estimateOf({ value, explanation }: ResultCell) {
  return { value, se: explanation?.standardError ?? null, df: explanation?.degreesOfFreedom ?? null };
}
