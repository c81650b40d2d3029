import { diffMaturityModels, type MaturityModel } from '../maturity-model/index.js';
import { combinationsOf, OVERALL, type ResultNode, type WeightedPractice } from '../results/index.js';

export interface ComparableNodes {
  /** False: levels or scoring method differ, so that no two numbers mean the same. */
  readonly sameScale: boolean;
  /** Nodes of both versions, in the order of the later one. Dimensions and the whole come with their practices. */
  readonly nodes: readonly { readonly node: ResultNode; readonly practices: readonly WeightedPractice[] }[];
  /** Practices of both versions whose questions changed in a way that changes scores. */
  readonly changedPractices: ReadonlySet<string>;
  /** Practice and dimension ids that only one version has. */
  readonly unmatchedBefore: readonly string[];
  readonly unmatchedAfter: readonly string[];
}

/** What of two versions of a model can be set side by side. Wording may have changed; a scoring rule may not. */
export function comparableNodes(before: MaturityModel, after: MaturityModel): ComparableNodes {
  const changes = diffMaturityModels(before, after).filter(({ affectsScores }) => affectsScores);
  const changedPractices = new Set<string>();
  for (const { node, within, field, after: value } of changes) {
    if (node !== 'item' && node !== 'answer' && node !== 'stream') continue;
    changedPractices.add(within[1]!);
    if (field === 'practice') changedPractices.add(String(value));
  }
  const old = idsOf(before);
  const now = idsOf(after);
  const practices = after.dimensions
    .flatMap((dimension) => dimension.practices)
    .filter(({ id }) => old.practices.has(id))
    .map(({ id }) => ({ node: { kind: 'practice', id } as const, practices: [] }));
  const combinations = combinationsOf(after)
    .filter(({ node }) => node.kind === 'overall' || old.dimensions.has(node.id))
    .map(({ node, practices: own }) => ({
      node,
      practices: own.filter(({ practice }) => isIn(before, node, practice.id)),
    }));
  return {
    sameScale: !changes.some(({ node, field }) => node === 'level' || field === 'scoring.method'),
    nodes: [...practices, ...combinations],
    changedPractices,
    unmatchedBefore: missing(old, now),
    unmatchedAfter: missing(now, old),
  };
}

/** A practice that moved to another dimension is a practice of both versions, but of this dimension only in one. */
function isIn(model: MaturityModel, node: ResultNode, practiceId: string): boolean {
  return model.dimensions.some(
    ({ id, practices }) =>
      (node.kind === OVERALL.kind || id === node.id) && practices.some((practice) => practice.id === practiceId),
  );
}

interface Ids {
  readonly practices: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
}

function idsOf(model: MaturityModel): Ids {
  return {
    practices: new Set(model.dimensions.flatMap(({ practices }) => practices.map(({ id }) => id))),
    dimensions: new Set(model.dimensions.map(({ id }) => id)),
  };
}

function missing(from: Ids, other: Ids): string[] {
  return [
    ...[...from.dimensions].filter((id) => !other.dimensions.has(id)),
    ...[...from.practices].filter((id) => !other.practices.has(id)),
  ];
}
