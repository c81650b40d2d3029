import { shinglesOf } from './shingles.js';

/** Keys of a text, and minima that each is made of. */
export const SIMILARITY_BANDS = 24;
const ROWS = 4;

/** From this Jaccard similarity on two texts are suggested as near-duplicates. */
export const NEAR_DUPLICATE = 0.6;

/** Taken once: this is called ten thousand times a text. */
const { imul } = Math;

/** MurmurHash3's last step: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let word = value;
  word = imul(word ^ (word >>> 16), 0x85ebca6b);
  word = imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units, mixed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash >>> 0);
}

const SEEDS = Uint32Array.from({ length: SIMILARITY_BANDS * ROWS }, (_, i) => mixed(imul(i + 1, 0x9e3779b9) >>> 0));

/**
 * Keys that near-duplicates share: two texts that have a key in common are candidates, to be compared by `similarityOf`.
 *
 * Formula: MinHash with 96 hash functions over the shingles, in 24 bands of 4; the key of a band is a hash of its number and minima.
 * Two texts of similarity s share a key with probability 1 − (1 − s⁴)²⁴: 0.96 at 0.6, 0.9999 at 0.75, 0.18 at 0.3, 0.002 at 0.1.
 *
 * Units: whole numbers that fit PostgreSQL's integer, sorted, each once; none for a text without letters and digits. To be kept in an
 * integer[] column under a GIN index and searched by `&&`. The keys of a text never change as long as this formula does not.
 *
 * Source: Broder AZ (1997) Compression and Complexity of Sequences, 21-29; Leskovec J, Rajaraman A, Ullman JD (2020) Mining of Massive
 * Datasets, 3rd ed., ch. 3.
 */
export function similarityKeys(text: string): number[] {
  const hashes = Uint32Array.from(shinglesOf(text), hashOf);
  if (hashes.length === 0) return [];
  const keys = new Set<number>();
  for (let band = 0; band < SIMILARITY_BANDS; band += 1) {
    let key = mixed(band + 1);
    for (let row = 0; row < ROWS; row += 1) key = mixed(key ^ leastOf(hashes, SEEDS[band * ROWS + row]!));
    keys.add(key | 0);
  }
  return [...keys].sort((a, b) => a - b);
}

function leastOf(hashes: Uint32Array, seed: number): number {
  let least = 0xffffffff;
  for (let i = 0; i < hashes.length; i += 1) {
    const hash = mixed(hashes[i]! ^ seed);
    if (hash < least) least = hash;
  }
  return least;
}
