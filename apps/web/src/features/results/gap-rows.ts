/** Gaps between rater groups, largest first; each read as "higher group above lower group" so that the words never need a minus. */
import type { Results } from './result-index.js';

export type ResultGap = Results['gaps'][number];

export interface GapRow {
  readonly nodeKind: ResultGap['nodeKind'];
  readonly nodeId: string;
  readonly higher: string;
  readonly lower: string;
  /** Never negative. */
  readonly size: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly adjustedP: number | null;
  readonly beyondNoise: boolean;
}

export const GAP_KINDS = ['all', 'OVERALL', 'DIMENSION', 'PRACTICE'] as const;

export interface GapFilter {
  readonly kind: (typeof GAP_KINDS)[number];
  readonly group: string | null;
  readonly beyondOnly: boolean;
}

function turned(gap: ResultGap): GapRow {
  const flip = gap.difference < 0;
  const negate = (value: number | null): number | null => (value === null ? null : -value);
  return {
    nodeKind: gap.nodeKind,
    nodeId: gap.nodeId,
    higher: flip ? gap.groupB : gap.groupA,
    lower: flip ? gap.groupA : gap.groupB,
    size: Math.abs(gap.difference),
    from: flip ? negate(gap.upper) : gap.lower,
    to: flip ? negate(gap.lower) : gap.upper,
    adjustedP: gap.adjustedP,
    beyondNoise: gap.beyondNoise,
  };
}

export function gapRows(gaps: readonly ResultGap[], filter: GapFilter): GapRow[] {
  return gaps
    .filter(
      (gap) =>
        (filter.kind === 'all' || gap.nodeKind === filter.kind) &&
        (filter.group === null || gap.groupA === filter.group || gap.groupB === filter.group) &&
        (!filter.beyondOnly || gap.beyondNoise),
    )
    .map(turned)
    .sort((a, b) => b.size - a.size);
}
