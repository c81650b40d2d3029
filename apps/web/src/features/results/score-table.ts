/** The table of every number: one row per node and group, filtered and sorted the way the address says. */
import type { FindCell, ResultCell, ResultNode } from './result-index.js';

export const SCORE_COLUMNS = ['model', 'value', 'n', 'sd', 'agreement', 'coverage', 'notApplicable'] as const;
export type ScoreColumn = (typeof SCORE_COLUMNS)[number];
export const NODE_FILTERS = ['all', 'dimensions', 'practices'] as const;
export type NodeFilter = (typeof NODE_FILTERS)[number];

export interface ScoreRow {
  readonly node: ResultNode;
  readonly groupId: string | null;
  readonly cell: ResultCell | null;
}

const included = (node: ResultNode, filter: NodeFilter): boolean =>
  filter === 'all' || (filter === 'dimensions' ? node.kind !== 'PRACTICE' : node.kind === 'PRACTICE');

export function scoreRows(
  nodes: readonly ResultNode[],
  groupIds: readonly (string | null)[],
  find: FindCell,
  filter: NodeFilter,
): ScoreRow[] {
  return nodes
    .filter((node) => included(node, filter))
    .flatMap((node) => groupIds.map((groupId) => ({ node, groupId, cell: find(node.kind, node.id, groupId) ?? null })));
}

/** Rows without the number stand last whichever way the column is sorted; `model` keeps the model's own order. */
export function sortScoreRows(rows: readonly ScoreRow[], column: ScoreColumn, descending: boolean): ScoreRow[] {
  if (column === 'model') return descending ? [...rows].reverse() : [...rows];
  const number = (row: ScoreRow): number | null => row.cell?.[column] ?? null;
  return rows
    .map((row, index) => ({ row, index, value: number(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return a.value === b.value ? a.index - b.index : a.value === null ? 1 : -1;
      return (descending ? b.value - a.value : a.value - b.value) || a.index - b.index;
    })
    .map(({ row }) => row);
}
