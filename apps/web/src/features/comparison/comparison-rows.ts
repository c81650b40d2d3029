/** What moved between two waves, in the model's order, with the verdicts counted. */
import type { ChangeVerdict, NodeKind, WaveComparisonQuery } from './comparison.generated.js';

export type Comparison = WaveComparisonQuery['comparison'];
export type ComparisonCell = Comparison['cells'][number];

export interface ComparisonRow {
  readonly kind: NodeKind;
  readonly id: string;
  readonly name: Record<string, string> | null;
  readonly cell: ComparisonCell;
}

export interface ComparedGroup {
  readonly key: string;
  readonly kind: ComparisonCell['groupKind'];
  readonly name: string | null;
}

/** Groups are matched by kind and name across waves; the pooled cut has neither. */
export const groupKey = (cell: Pick<ComparisonCell, 'groupKind' | 'groupName'>): string =>
  cell.groupKind === null ? '' : `${cell.groupKind}:${cell.groupName ?? ''}`;

export function comparedGroups(cells: readonly ComparisonCell[]): ComparedGroup[] {
  const groups = new Map<string, ComparedGroup>();
  for (const cell of cells) {
    const key = groupKey(cell);
    if (!groups.has(key)) groups.set(key, { key, kind: cell.groupKind, name: cell.groupName });
  }
  return [...groups.values()].sort((a, b) => Number(a.key !== '') - Number(b.key !== ''));
}

export function comparisonRows(comparison: Pick<Comparison, 'model' | 'cells'>, group: string): ComparisonRow[] {
  const cells = new Map(
    comparison.cells
      .filter((cell) => groupKey(cell) === group)
      .map((cell) => [`${cell.nodeKind} ${cell.nodeId}`, cell] as const),
  );
  const row = (kind: NodeKind, id: string, name: Record<string, string> | null): ComparisonRow[] => {
    const cell = cells.get(`${kind} ${id}`);
    return cell ? [{ kind, id, name, cell }] : [];
  };
  const overall = [...cells.values()].filter((cell) => cell.nodeKind === 'OVERALL');
  return [
    ...overall.flatMap((cell) => row('OVERALL', cell.nodeId, null)),
    ...comparison.model.dimensions.flatMap((dimension) => [
      ...row('DIMENSION', dimension.id, dimension.name),
      ...dimension.practices.flatMap((practice) => row('PRACTICE', practice.id, practice.name)),
    ]),
  ];
}

export function countVerdicts(rows: readonly ComparisonRow[]): Record<ChangeVerdict, number> {
  const counts: Record<ChangeVerdict, number> = { ROSE: 0, FELL: 0, WITHIN_NOISE: 0, CANNOT_SAY: 0 };
  for (const row of rows) if (row.kind === 'PRACTICE') counts[row.cell.verdict] += 1;
  return counts;
}

/** The interval of the change, laid on the scale from the earlier value: where the later one could as well have come out. */
export function changeWhisker({ before, lower, upper }: Pick<ComparisonCell, 'before' | 'lower' | 'upper'>): {
  readonly lower: number | null;
  readonly upper: number | null;
} {
  if (before === null || lower === null || upper === null) return { lower: null, upper: null };
  return { lower: before + lower, upper: before + upper };
}
