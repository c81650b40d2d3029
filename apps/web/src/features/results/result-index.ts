/** Finds the cell of a node and a group, and lists the model's nodes in the model's own order. */
import type { AssessmentResultsQuery, NodeKind } from './results.generated.js';

export type Results = AssessmentResultsQuery['results'];
export type ResultCell = Results['cells'][number];
export type ResultGroup = Results['groups'][number];
export type ResultModel = Results['model'];

export interface ResultNode {
  readonly kind: NodeKind;
  readonly id: string;
  /** Null for the overall score: the model has no name for it, the page's language does. */
  readonly name: Record<string, string> | null;
  readonly dimensionId: string | null;
}

export const POOLED = null;

const key = (kind: NodeKind, id: string, groupId: string | null): string => `${kind} ${id} ${groupId ?? ''}`;

export type FindCell = (kind: NodeKind, id: string, groupId: string | null) => ResultCell | undefined;

export function cellFinder(cells: readonly ResultCell[]): FindCell {
  const byKey = new Map(cells.map((cell) => [key(cell.nodeKind, cell.nodeId, cell.groupId), cell]));
  return (kind, id, groupId) => byKey.get(key(kind, id, groupId));
}

/** Overall first, then every dimension followed by its practices. The overall node's id is whatever the cells call it. */
export function resultNodes(results: Pick<Results, 'model' | 'cells'>): ResultNode[] {
  const overall = results.cells.find((cell) => cell.nodeKind === 'OVERALL');
  const head: ResultNode[] = overall ? [{ kind: 'OVERALL', id: overall.nodeId, name: null, dimensionId: null }] : [];
  return [
    ...head,
    ...results.model.dimensions.flatMap((dimension): ResultNode[] => [
      { kind: 'DIMENSION', id: dimension.id, name: dimension.name, dimensionId: dimension.id },
      ...dimension.practices.map((practice): ResultNode => ({
        kind: 'PRACTICE',
        id: practice.id,
        name: practice.name,
        dimensionId: dimension.id,
      })),
    ]),
  ];
}

/** The scale that scores lie on: the model's whole range of levels, or from nought for sums. */
export function scoreScale(
  model: { readonly levels: readonly { readonly value: number }[] },
  unit: 'LEVEL' | 'SUM',
): { readonly min: number; readonly max: number } {
  const values = model.levels.map((level) => level.value);
  return { min: unit === 'SUM' ? 0 : Math.min(...values), max: Math.max(...values) };
}
