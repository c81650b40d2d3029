/** Pairs of neighbouring letters, without what people write differently: capitals, spaces, marks. */
function pairsOf(name: string): string[] {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return plain.length < 2 ? [plain] : Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2));
}

/** From 0 to 1: the share of letter pairs that two names have in common (Dice). Works for any script. */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const remaining = rest.get(pair) ?? 0;
    if (remaining === 0) continue;
    common += 1;
    rest.set(pair, remaining - 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** So alike that both may well mean the same thing. */
const NEAR = 0.55;
const MOST = 5;

/** The names that may mean the same as one that is about to be given, the most alike first. */
export function nearNames<Named extends { readonly name: string }>(name: string, known: readonly Named[]): Named[] {
  return known
    .map((each) => ({ each, like: likeness(name, each.name) }))
    .filter(({ like }) => like >= NEAR)
    .toSorted((a, b) => b.like - a.like || a.each.name.localeCompare(b.each.name))
    .slice(0, MOST)
    .map(({ each }) => each);
}
