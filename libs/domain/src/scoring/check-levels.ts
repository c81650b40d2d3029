import { checkInteger, checkObjects } from '@touchstone/metrics/checks';

/** The levels of a staged model as they came: each a whole number from `lowest`, none of them twice. */
export function checkLevels<T extends { readonly level: number }>(levels: readonly T[], lowest: number): readonly T[] {
  const seen = new Set<number>();
  return checkObjects('levels', levels).map((entry, index) => {
    const level = checkInteger(`levels[${index}].level`, entry.level, lowest);
    if (seen.has(level)) throw new RangeError(`levels[${index}].level must be different from the levels before it`);
    seen.add(level);
    return entry;
  });
}

/** The same levels from the lowest up. */
export function ascending<T extends { readonly level: number }>(levels: readonly T[]): readonly T[] {
  return levels.toSorted((a, b) => a.level - b.level);
}
