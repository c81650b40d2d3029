/** Scripts written without spaces, in which two neighbouring characters carry what a word does elsewhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+/gu;

/** One way of writing for what reads the same: width, case, accents' composition, punctuation and white space do not count. */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ')
    .trim();

/**
 * The pieces by which two texts are compared: pairs of characters in Chinese and its like, triples of characters (word ends marked by
 * the space) elsewhere. A text in both is cut run by run. Nothing has to know the language.
 */
export function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (const [run] of normaliseText(text).matchAll(RUNS)) {
    const unspaced = UNSPACED.test(run);
    const characters = [...(unspaced ? run : ` ${run.trim()} `)];
    if (!unspaced && characters.length === 2) continue;
    const size = unspaced ? 2 : 3;
    for (let i = 0; i === 0 || i + size <= characters.length; i += 1)
      shingles.add(characters.slice(i, i + size).join(''));
  }
  return shingles;
}

/** Jaccard: shingles in both over shingles in either, 0–1; 0 where there is nothing to compare. */
export const similarityOf = (a: string, b: string): number => similarityTo(a)(b);

/** The same for one text and many others: the one is taken apart once. */
export function similarityTo(text: string): (other: string) => number {
  const first = shinglesOf(text);
  return (other) => {
    const second = shinglesOf(other);
    let shared = 0;
    for (const shingle of first) if (second.has(shingle)) shared += 1;
    const either = first.size + second.size - shared;
    return either === 0 ? 0 : shared / either;
  };
}
