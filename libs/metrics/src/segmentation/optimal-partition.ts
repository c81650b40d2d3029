import { PrefixSums } from './prefix-sums.js';

/** For the levels from `low` to `high`, the segment that ends here does best to begin at `start`. */
interface Piece {
  low: number;
  high: number;
  start: number;
}

/**
 * Exact penalised least-squares segmentation: where segments of at least `minSegment` entries begin, 0 left out.
 *
 * F(T) = min over s of F(s) + SSE(s, T) + penalty, as in optimal partitioning, but a start s is kept only while there
 * is a level of the segment at which it beats every other start. A start dropped so can never come back, because the
 * entries to come cost every start the same at that level; and unlike the inequality of PELT this also drops starts
 * while nothing changes, so that a quiet series does not cost n² (functional pruning, Maidstone et al. 2017).
 */
export function optimalPartition(x: readonly number[], penalty: number, minSegment: number): number[] {
  const n = x.length;
  const sums = new PrefixSums(x);
  const cost = new Float64Array(n + 1).fill(Infinity);
  const startOf = new Int32Array(n + 1);
  cost[0] = -penalty;
  let pieces: Piece[] = [{ low: sums.range[0], high: sums.range[1], start: 0 }];
  for (let end = minSegment; end <= n; end += 1) {
    const entering = end - minSegment;
    if (entering > 0 && cost[entering]! < Infinity) pieces = withStart(pieces, entering, cost, sums);
    for (const { start } of pieces) {
      const total = cost[start]! + sums.squares(start, end) + penalty;
      // On a tie the longer segment: fewer change-points say the same.
      if (total < cost[end]! || (total === cost[end]! && start < startOf[end]!)) {
        cost[end] = total;
        startOf[end] = start;
      }
    }
  }
  const starts: number[] = [];
  for (let start = startOf[n]!; start > 0; start = startOf[start]!) starts.unshift(start);
  return starts;
}

/** The pieces once a segment may also begin at `entering`: it takes over every level at which it costs less. */
function withStart(pieces: readonly Piece[], entering: number, cost: Float64Array, sums: PrefixSums): Piece[] {
  const next: Piece[] = [];
  const add = (low: number, high: number, start: number): void => {
    const last = next.at(-1);
    if (last && last.start === start) last.high = high;
    else next.push({ low, high, start });
  };
  for (const { low, high, start } of pieces) {
    const length = entering - start;
    const slack = (cost[entering]! - cost[start]! - sums.squares(start, entering)) / length;
    const centre = sums.mean(start, entering);
    const reach = slack >= 0 ? Math.sqrt(slack) : -1;
    const from = Math.max(low, centre - reach);
    const to = Math.min(high, centre + reach);
    if (reach < 0 || from > to) {
      add(low, high, entering);
      continue;
    }
    if (low < from) add(low, from, entering);
    add(from, to, start);
    if (to < high) add(to, high, entering);
  }
  return next;
}
