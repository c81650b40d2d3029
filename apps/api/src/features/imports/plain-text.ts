/** Full-width digits and letters become plain ones, case and spacing stop mattering: what a person would call the same text. */
export const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Letters and digits alone: names that differ in punctuation only have the same key. */
export const keyOf = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** How alike two keys are, 0 to 1: the share of neighbouring letter pairs that they have in common. */
export function resemblance(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common += 1;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / (a.length + b.length - 2);
}

const ALIKE = 0.85;
/** By how much the best match must beat the next: two candidates that are nearly as good are none. */
const AHEAD = 0.1;

/** The one candidate that the key clearly means; null where none does, or several might. */
export function clearlyMeant<T>(
  key: string,
  candidates: readonly { readonly key: string; readonly target: T }[],
): T | null {
  let best: { score: number; target: T } | undefined;
  let second = 0;
  for (const candidate of candidates) {
    const score = resemblance(key, candidate.key);
    if (!best || score > best.score) {
      if (best && best.target !== candidate.target) second = best.score;
      best = { score, target: candidate.target };
    } else if (candidate.target !== best.target) second = Math.max(second, score);
  }
  return best && best.score >= ALIKE && best.score - second >= AHEAD ? best.target : null;
}
