import type { ResultCell } from '../results/index.js';
import type { GroupPair } from './match-groups.js';

/** From this share of respondents on, another mix of groups is worth a word. */
const NOTEWORTHY = 0.1;

/**
 * Whether the rater groups make up other shares of the respondents in the two waves, so that "all respondents" can move
 * though no group sees anything differently: fewer executives, who are kinder, and the whole falls.
 *
 * Formula: half the sum of the absolute differences of the shares (total variation distance) exceeds a tenth. Groups
 * without a counterpart count by themselves; whom the cells do not show count as one group, for nothing is said of them.
 */
export function groupMixDiffers(
  before: readonly ResultCell[],
  after: readonly ResultCell[],
  pairs: readonly GroupPair[],
): boolean {
  const old = sharesOf(before, new Map(pairs.map((pair) => [pair.before, pair.after])), 'before');
  const now = sharesOf(after, new Map(pairs.map((pair) => [pair.after, pair.after])), 'after');
  if (old === null || now === null) return false;
  const names = new Set([...old.keys(), ...now.keys()]);
  let distance = 0;
  for (const name of names) distance += Math.abs((old.get(name) ?? 0) - (now.get(name) ?? 0)) / 2;
  return distance > NOTEWORTHY;
}

/** Share of respondents by group under the later wave's name; null where nobody is shown. */
function sharesOf(
  cells: readonly ResultCell[],
  laterName: ReadonlyMap<string, string>,
  wave: 'before' | 'after',
): Map<string, number> | null {
  const overall = cells.filter(({ node, n }) => node.kind === 'overall' && n !== null);
  const all = overall.find(({ groupId }) => groupId === null)?.n ?? 0;
  if (all === 0) return null;
  const shares = new Map<string, number>();
  let shown = 0;
  for (const { groupId, n } of overall) {
    if (groupId === null || n === null) continue;
    shown += n;
    const later = laterName.get(groupId);
    shares.set(later === undefined ? `${wave} only: ${groupId}` : `both: ${later}`, n / all);
  }
  return shares.set('not shown', Math.max(0, all - shown) / all);
}
