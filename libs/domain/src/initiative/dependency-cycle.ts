export interface Dependency {
  readonly initiativeId: string;
  readonly needsId: string;
}

/**
 * The circle that a new dependency would close, as the ids along it from the initiative back to itself; null when it closes none.
 * Nothing in a circle could ever be launched. Shortest first, so that the sentence about it stays readable.
 */
export function cycleThrough(added: Dependency, existing: readonly Dependency[]): string[] | null {
  const { initiativeId, needsId } = added;
  if (initiativeId === needsId) return [initiativeId, initiativeId];
  const needs = new Map<string, string[]>();
  for (const each of existing) needs.set(each.initiativeId, [...(needs.get(each.initiativeId) ?? []), each.needsId]);
  const cameFrom = new Map<string, string | null>([[needsId, null]]);
  const queue = [needsId];
  for (const at of queue) {
    if (at === initiativeId) return [initiativeId, ...wayBack(at, cameFrom)];
    for (const next of needs.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function wayBack(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
  return path;
}
