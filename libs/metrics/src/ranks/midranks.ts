/** Average ranks (1 = smallest) of a list of scores, and Σ(t³ − t) over the groups of t equal ones. */
export function midranks(scores: readonly number[]): { ranks: number[]; ties: number } {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  const ranks = Array<number>(scores.length).fill(0);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to += 1;
    for (let i = from; i < to; i += 1) ranks[order[i]!] = (from + 1 + to) / 2;
    const t = to - from;
    ties += t ** 3 - t;
    from = to;
  }
  return { ranks, ties };
}
