/**
 * Counts as whole percents that sum to 100, by largest remainder, so that a printed distribution never adds up to 99 or 101.
 * Nothing counted gives nothing: an empty list stays empty and zeros stay zeros.
 */
export function wholePercents(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * 100);
  const percents = exact.map(Math.floor);
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => (percents[index] = percents[index]! + 1));
  return percents;
}
