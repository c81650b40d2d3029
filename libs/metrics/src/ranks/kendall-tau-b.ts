/**
 * Kendall's τ_b by Knight's algorithm: sorted by x and then y, a pair is discordant when merge sort by y has to
 * exchange it, so n·log n steps count what a comparison of all pairs would take n² for. `null` when a variable has
 * only ties.
 */
export function kendallTauB(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length;
  const order = Uint32Array.from(x, (_, i) => i).sort((i, j) => x[i]! - x[j]! || y[i]! - y[j]!);
  const sortedX = Float64Array.from(order, (i) => x[i]!);
  const sortedY = Float64Array.from(order, (i) => y[i]!);
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(n, (i) => sortedX[i] === sortedX[i - 1]);
  const tiedBoth = tiedPairs(n, (i) => sortedX[i] === sortedX[i - 1] && sortedY[i] === sortedY[i - 1]);
  const discordant = sortCountingExchanges(sortedY);
  const tiedY = tiedPairs(n, (i) => sortedY[i] === sortedY[i - 1]);
  if (tiedX === pairs || tiedY === pairs) return null;
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  return Math.max(-1, Math.min(1, difference / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY)));
}

/** Pairs inside runs of equal entries of a sorted list. */
function tiedPairs(n: number, equalsPrevious: (i: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < n; i += 1) {
    run = equalsPrevious(i) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place by bottom-up merging and returns how many pairs stood in the wrong order. */
function sortCountingExchanges(values: Float64Array): number {
  const n = values.length;
  let exchanges = 0;
  let source: Float64Array = values;
  let target: Float64Array = new Float64Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let out = start; out < end; out += 1) {
        if (left < middle && (right >= end || source[left]! <= source[right]!)) target[out] = source[left++]!;
        else {
          target[out] = source[right++]!;
          exchanges += middle - left;
        }
      }
    }
    [source, target] = [target, source];
  }
  if (source !== values) values.set(source);
  return exchanges;
}
