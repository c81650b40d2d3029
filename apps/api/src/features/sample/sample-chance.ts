/** A small seeded generator (mulberry32): the sample programme is the same wherever and whenever it is loaded. */
export function seeded(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Box–Muller. */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const FEW = 30;

/** How many of `of` have it, where each has it with probability `p`: drawn one by one while they are few. */
export function binomial(random: () => number, of: number, p: number): number {
  if (of > 4 * FEW && of * Math.min(p, 1 - p) > FEW)
    return Math.min(of, Math.max(0, Math.round(of * p + Math.sqrt(of * p * (1 - p)) * normal(random))));
  if (p > 0.5) return of - binomial(random, of, 1 - p);
  if (of > 4 * FEW) return Math.min(of, poisson(random, of * p));
  let count = 0;
  for (let one = 0; one < of; one += 1) if (random() < p) count += 1;
  return count;
}

/** How often something rare happens. */
export function poisson(random: () => number, mean: number): number {
  if (mean > FEW) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const stop = Math.exp(-mean);
  let count = 0;
  for (let left = random(); left > stop; left *= random()) count += 1;
  return count;
}

/** One of several, by their weights. */
export function oneOf<Choice>(random: () => number, choices: readonly (readonly [Choice, weight: number])[]): Choice {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return (choices.at(-1) as readonly [Choice, number])[0];
}
