/**
 * Fewer than three judges would know of each other how they judged, and fewer than three opportunities are no ranking; more
 * than nobody puts into an order by hand.
 */
export const RANKING_LIMITS = { judges: { min: 3, max: 30 }, items: { min: 3, max: 30 } } as const;

export const CONCORDANCE_WORDS = ['unknown', 'chance', 'weak', 'moderate', 'strong'] as const;
export type ConcordanceWord = (typeof CONCORDANCE_WORDS)[number];

/**
 * What a concordance of several judges means. Agreement that chance alone would bring about as easily is not called agreement,
 * however large it looks among few.
 *
 * Source: steps by Schmidt RC (1997) Decision Sciences 28:763-774; 5 % for chance.
 */
export function concordanceWord(w: number | null, p: number | null): ConcordanceWord {
  if (w === null || p === null) return 'unknown';
  if (p >= 0.05) return 'chance';
  if (w < 0.5) return 'weak';
  return w < 0.7 ? 'moderate' : 'strong';
}

export const LIKENESS_WORDS = ['unknown', 'opposite', 'unrelated', 'partly', 'alike'] as const;
export type LikenessWord = (typeof LIKENESS_WORDS)[number];

/** What W of two rankings means: it is (1 + rho) / 2, so that the steps are those of a rho of -0.3, 0.3 and 0.7. */
export function likenessWord(w: number | null): LikenessWord {
  if (w === null) return 'unknown';
  if (w <= 0.35) return 'opposite';
  if (w < 0.65) return 'unrelated';
  return w < 0.85 ? 'partly' : 'alike';
}

type Ranks = Readonly<Record<string, number | null>>;

/** Whether an order puts anything before what the ranks put first; ties and what has no rank bind nobody. */
export function departsFrom(order: readonly string[], ranks: Ranks): boolean {
  let highest = 0;
  for (const id of order) {
    const rank = ranks[id] ?? null;
    if (rank === null) continue;
    if (rank < highest) return true;
    highest = rank;
  }
  return false;
}

/**
 * Whether an agreement has to say why: where it follows neither leaders nor data, and where it replaces an earlier one. A
 * ranking that says nothing of the order is none to follow.
 */
export function reasonDemanded(order: readonly string[], leaders: Ranks, data: Ranks, earlier: number): boolean {
  const follows = (ranks: Ranks) =>
    new Set(order.map((id) => ranks[id] ?? null).filter((rank) => rank !== null)).size > 1 &&
    !departsFrom(order, ranks);
  return earlier > 0 || !(follows(leaders) || follows(data));
}

/** One judge's order without what was put away since: places close up, so that nobody's vote weighs more for it. */
export function closedUp(ranks: Ranks, among: readonly string[]): Record<string, number> {
  const kept = among.filter((id) => ranks[id] != null).sort((a, b) => ranks[a]! - ranks[b]!);
  return Object.fromEntries(kept.map((id, index) => [id, index + 1]));
}
