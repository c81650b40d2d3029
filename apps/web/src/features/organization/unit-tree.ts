export interface UnitLike {
  id: string;
  parentId: string | null;
  name: string;
}

export interface UnitNode<Unit extends UnitLike> {
  unit: Unit;
  depth: number;
  children: UnitNode<Unit>[];
}

/** The units as a tree, siblings by name; a unit whose parent is not in the list stands at the top. */
export function unitTree<Unit extends UnitLike>(units: readonly Unit[], locale: string): UnitNode<Unit>[] {
  const ids = new Set(units.map((unit) => unit.id));
  const under = (parentId: string | null, depth: number): UnitNode<Unit>[] =>
    units
      .filter((unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parentId)
      .sort((a, b) => a.name.localeCompare(b.name, locale))
      .map((unit) => ({ unit, depth, children: under(unit.id, depth + 1) }));
  return under(null, 0);
}

export const flatten = <Unit extends UnitLike>(nodes: readonly UnitNode<Unit>[]): UnitNode<Unit>[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);

/** A unit and everything under it: where it may not be moved to. */
export function withDescendants<Unit extends UnitLike>(nodes: readonly UnitNode<Unit>[], id: string): Set<string> {
  const found = flatten(nodes).find((node) => node.unit.id === id);
  return new Set(found ? flatten([found]).map((node) => node.unit.id) : []);
}
