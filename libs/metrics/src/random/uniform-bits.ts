/**
 * A repeatable stream of 32-bit whole numbers from a seed: xoshiro128** (Blackman & Vigna 2018, period 2^128 - 1), its
 * state filled from the seed by a multiplicative mix so that neighbouring seeds give unrelated streams.
 */
export function uniformBits(seed: number): () => number {
  let counter = seed >>> 0;
  const mixed = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let word = counter;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [mixed(), mixed(), mixed(), mixed()];
  return () => {
    const scaled = Math.imul(b, 5);
    const output = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return output;
  };
}
