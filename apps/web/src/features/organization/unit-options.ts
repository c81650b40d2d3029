import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { flatten, type UnitLike, unitTree, withDescendants } from './unit-tree.js';

interface Unit extends UnitLike {
  archivedAt: string | null;
}

/** The units one may choose, indented as they hang; without those that `exceptUnder` stands above. */
export function useUnitOptions(units: readonly Unit[], exceptUnder?: string): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tree = unitTree(
      units.filter((unit) => !unit.archivedAt),
      i18n.language,
    );
    const excluded = exceptUnder ? withDescendants(tree, exceptUnder) : new Set<string>();
    return flatten(tree)
      .filter(({ unit }) => !excluded.has(unit.id))
      .map(({ unit, depth }) => ({ value: unit.id, label: `${'\u2003'.repeat(depth)}${unit.name}` }));
  }, [units, exceptUnder, i18n.language]);
}
