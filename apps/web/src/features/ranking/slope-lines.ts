import type { Result } from './ranking-words.js';

export interface SlopeLine {
  readonly id: string;
  /** Rows from the top, each its own: those that share a rank stand below each other. Null on a side that says nothing. */
  readonly left: number | null;
  readonly right: number | null;
  readonly leftRank: number | null;
  readonly rightRank: number | null;
  /** Moves by two places or more: what the eye is led to. */
  readonly steep: boolean;
}

/** Where each opportunity stands at the leaders' side and at the data's; what a side does not rank comes last, apart. */
export function slopeLines(items: Result['items']): SlopeLine[] {
  const rows = (rankOf: (item: Result['items'][number]) => number | null | undefined) => {
    const ranked = items.filter((item) => rankOf(item) != null).sort((a, b) => rankOf(a)! - rankOf(b)!);
    return new Map(ranked.map(({ id }, row) => [id, row]));
  };
  const left = rows(({ leadersRank }) => leadersRank);
  const right = rows(({ dataRank }) => dataRank);
  return items.map(({ id, leadersRank, dataRank, difference }) => ({
    id,
    left: left.get(id) ?? null,
    right: right.get(id) ?? null,
    leftRank: leadersRank ?? null,
    rightRank: dataRank ?? null,
    steep: Math.abs(difference ?? 0) >= 2,
  }));
}
