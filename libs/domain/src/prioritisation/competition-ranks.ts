/**
 * Ranks by score, highest first, as in sport: 1, 1, 3. Scores that agree to 12 significant digits are ties, because
 * `0.1 + 0.2` and `0.3` are the same priority to everybody but a computer. A score of null has no rank.
 */
export function competitionRanks(scores: readonly (number | null)[]): (number | null)[] {
  const rounded = scores.map((score) => (score === null ? null : Number(score.toPrecision(12))));
  const descending = rounded.filter((score) => score !== null).sort((a, b) => b - a);
  const firstPlace = new Map<number, number>();
  descending.forEach((score, index) => {
    if (!firstPlace.has(score)) firstPlace.set(score, index + 1);
  });
  return rounded.map((score) => (score === null ? null : (firstPlace.get(score) ?? null)));
}
