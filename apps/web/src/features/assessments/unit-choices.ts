/** Business units as a list in tree order, each under its parent and led by the path to it. */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

export function unitChoices(units: readonly UnitNode[]): { value: string; label: string }[] {
  const known = new Set(units.map((unit) => unit.id));
  const under = (parent: string | null, path: readonly string[]): { value: string; label: string }[] =>
    units
      // A unit whose parent is archived, and so not listed, stands at the top.
      .filter((unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parent)
      .flatMap((unit) => [
        { value: unit.id, label: [...path, unit.name].join(' › ') },
        ...under(unit.id, [...path, unit.name]),
      ]);
  return under(null, []);
}
