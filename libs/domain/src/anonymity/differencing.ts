/**
 * Differences between publications: one wave is safe by itself (`suppression.ts`), but a second cut of the same people
 * – a unit beside the organisation, a re-score beside the first result – can be subtracted from the first.
 */

/**
 * Whether the cuts, published side by side, give away a group of fewer than `minimum` respondents.
 *
 * Everybody who stands in exactly the same cuts has the same coefficient in every combination of them; so if each
 * such class has at least `minimum` people, no combination is about fewer. The converse does not hold – some small
 * classes cannot be isolated – and is not worth a finer rule: what is refused here can be published as one cut.
 */
export function cutsRevealFew(input: {
  readonly cuts: readonly Iterable<string>[];
  readonly minimumGroupSize: number;
}): boolean {
  const membership = new Map<string, number[]>();
  input.cuts.forEach((cut, index) => {
    for (const respondent of new Set(cut)) {
      const cuts = membership.get(respondent);
      if (cuts === undefined) membership.set(respondent, [index]);
      else cuts.push(index);
    }
  });
  const classes = new Map<string, number>();
  for (const cuts of membership.values()) {
    const key = cuts.join(',');
    classes.set(key, (classes.get(key) ?? 0) + 1);
  }
  return [...classes.values()].some((size) => size < input.minimumGroupSize);
}

/** The same question for a cut inside another where only the numbers of people are at hand, as with anonymous waves. */
export function nestedCutRevealsFew(input: {
  readonly outer: number;
  readonly inner: number;
  readonly minimumGroupSize: number;
}): boolean {
  const { outer, inner, minimumGroupSize } = input;
  if (inner > outer) throw new RangeError('inner must not be larger than outer');
  const rest = outer - inner;
  return (inner > 0 && inner < minimumGroupSize) || (rest > 0 && rest < minimumGroupSize);
}

/** A cell as it was or would be published; `n` is null where the cell is hidden. */
export interface PublishedCount {
  readonly nodeId: string;
  readonly groupId: string | null;
  readonly n: number | null;
}

export interface RepublicationProblem {
  readonly code: 'HIDDEN_CELLS_CHANGED' | 'FEW_NEW_ANSWERS' | 'ANSWERS_REMOVED';
  readonly nodeId: string;
  readonly groupId: string | null;
}

/**
 * Why a wave that was published must not be published again with a few more answers (a late import, a re-score).
 * Give it the practice cells of both publications; dimensions follow from them.
 *
 * Safe is: at every practice the same groups are hidden, and each shown group, the whole, and the union of the hidden
 * groups has either exactly the same people as before or at least `minimum` more. Then the classes of respondents that
 * a reader can separate are the old and the new people of each of these, none of them small.
 */
export function republicationProblems(input: {
  readonly before: readonly PublishedCount[];
  readonly after: readonly PublishedCount[];
  readonly minimumGroupSize: number;
}): RepublicationProblem[] {
  const before = byNode(input.before);
  const after = byNode(input.after);
  const problems: RepublicationProblem[] = [];
  for (const [nodeId, old] of before) {
    const fresh = after.get(nodeId);
    if (fresh === undefined) continue;
    const groupIds = new Set([...old.keys(), ...fresh.keys()]);
    for (const groupId of groupIds) {
      const was = old.get(groupId) ?? null;
      const is = fresh.get(groupId) ?? null;
      if ((was === null) !== (is === null)) problems.push({ code: 'HIDDEN_CELLS_CHANGED', nodeId, groupId });
      else if (was !== null && is !== null) problems.push(...growth(nodeId, groupId, is - was, input.minimumGroupSize));
    }
    // Other groups hidden than before: the two unions are not the same people, and the problem is named already.
    const sameHidden = [...groupIds].every((groupId) => isNull(old, groupId) === isNull(fresh, groupId));
    const hiddenGrowth = unionOfHidden(fresh) - unionOfHidden(old);
    if (sameHidden) problems.push(...growth(nodeId, null, hiddenGrowth, input.minimumGroupSize));
  }
  return problems;
}

function growth(nodeId: string, groupId: string | null, more: number, minimum: number): RepublicationProblem[] {
  if (more < 0) return [{ code: 'ANSWERS_REMOVED', nodeId, groupId }];
  return more > 0 && more < minimum ? [{ code: 'FEW_NEW_ANSWERS', nodeId, groupId }] : [];
}

function isNull(counts: ReadonlyMap<string | null, number | null>, groupId: string | null): boolean {
  return (counts.get(groupId) ?? null) === null;
}

function unionOfHidden(counts: ReadonlyMap<string | null, number | null>): number {
  const total = counts.get(null) ?? 0;
  let shown = 0;
  for (const [groupId, n] of counts) if (groupId !== null) shown += n ?? 0;
  return total - shown;
}

function byNode(cells: readonly PublishedCount[]): Map<string, Map<string | null, number | null>> {
  const nodes = new Map<string, Map<string | null, number | null>>();
  for (const { nodeId, groupId, n } of cells) {
    const node = nodes.get(nodeId) ?? new Map<string | null, number | null>();
    nodes.set(nodeId, node.set(groupId, n));
  }
  return nodes;
}
