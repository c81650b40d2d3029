import type { RaterGroupKind } from '../assessment/assessment-policy.js';

export interface NamedRaterGroup {
  readonly id: string;
  readonly kind: RaterGroupKind;
  readonly name: string;
}

export interface GroupPair {
  readonly before: string;
  readonly after: string;
}

export interface GroupMatch {
  readonly pairs: readonly GroupPair[];
  /** Ids of groups that the other wave has no counterpart of. */
  readonly unmatchedBefore: readonly string[];
  readonly unmatchedAfter: readonly string[];
}

/**
 * Which rater group of one wave is which of the other: every wave has groups of its own, and what stays is their kind
 * and name. Same kind and name first; then the only group of a kind that is left on both sides, so that a renamed
 * front line is still the front line. Two groups that could be the counterpart are left unmatched and not guessed.
 */
export function matchGroups(before: readonly NamedRaterGroup[], after: readonly NamedRaterGroup[]): GroupMatch {
  const pairs: GroupPair[] = [];
  const open = { before: [...before], after: [...after] };
  const pair = (a: NamedRaterGroup, b: NamedRaterGroup) => {
    pairs.push({ before: a.id, after: b.id });
    open.before = open.before.filter((group) => group !== a);
    open.after = open.after.filter((group) => group !== b);
  };
  for (const group of before) {
    const same = ({ kind, name }: NamedRaterGroup) => kind === group.kind && folded(name) === folded(group.name);
    const there = open.after.filter(same);
    if (there.length === 1 && open.before.filter(same).length === 1) pair(group, there[0]!);
  }
  for (const group of [...open.before]) {
    if (group.kind === 'other') continue;
    const here = open.before.filter(({ kind }) => kind === group.kind);
    const there = open.after.filter(({ kind }) => kind === group.kind);
    if (here.length === 1 && there.length === 1) pair(group, there[0]!);
  }
  return {
    pairs,
    unmatchedBefore: open.before.map(({ id }) => id),
    unmatchedAfter: open.after.map(({ id }) => id),
  };
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
