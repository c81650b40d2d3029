/**
 * Benjamini–Hochberg: p values adjusted so that, of the findings called at q, at most a share q is expected to be noise.
 * Null p values stay null and do not count.
 *
 * Formula: sorted ascending, adjusted₍ᵢ₎ = min over j ≥ i of min(1, p₍ⱼ₎·m / j).
 *
 * Source: Benjamini & Hochberg (1995) J R Stat Soc B 57:289-300.
 */
export function adjustForFalseDiscovery(pValues: readonly (number | null)[]): (number | null)[] {
  const ascending = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  for (let rank = ascending.length; rank >= 1; rank--) {
    const { p, index } = ascending[rank - 1]!;
    least = Math.min(least, (p * ascending.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
