/**
 * The sum as if computed without rounding and rounded once (Shewchuk's growing expansion), so that the order in which
 * respondents or answers arrive does not change even the last digit of a score.
 */
export function exactSum(values: Iterable<number>): number {
  const partials: number[] = [];
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  return roundedOnce(partials);
}

/** Adds non-overlapping partials from the largest down, and settles the half-way case by what lies below. */
function roundedOnce(partials: readonly number[]): number {
  let index = partials.length - 1;
  let high = partials[index] ?? 0;
  let low = 0;
  while (index > 0) {
    const x = high;
    const y = partials[--index]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const below = partials[index - 1];
  if (below !== undefined && low !== 0 && Math.sign(low) === Math.sign(below)) {
    const doubled = low * 2;
    const candidate = high + doubled;
    if (candidate - high === doubled) high = candidate;
  }
  return high;
}

/** Null where there is nothing to take the mean of. */
export function exactMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : within(values, exactSum(values) / values.length);
}

export interface WeightedValue {
  readonly weight: number;
  readonly value: number;
}

/** sum(w·v) / sum(w); null where the weights sum to nothing. */
export function weightedMean(entries: readonly WeightedValue[]): number | null {
  const total = exactSum(entries.map(({ weight }) => weight));
  if (total === 0) return null;
  const sum = exactSum(entries.map(({ weight, value }) => weight * value));
  const counted = entries.filter(({ weight }) => weight > 0).map(({ value }) => value);
  return within(counted, sum / total);
}

/** A mean never leaves the range of its values: five fives are five, not 4.999999999999999. */
function within(values: readonly number[], mean: number): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return Math.min(Math.max(mean, least), most);
}
