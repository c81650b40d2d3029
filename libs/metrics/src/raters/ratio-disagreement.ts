import { CompensatedSum } from '../moments/index.js';

/** Up to so many different values every pair is taken; beyond, the nodes below cost less where they are fewer. */
const MOST_PAIRED = 200;

/** Width of a cell on the logarithmic scale, and nodes in it: together they leave an error below 1e-16. */
const CELL = 1;
const NODES = 16;

/** A value, and how often it was given. */
type Counted = readonly [value: number, count: number];

/**
 * Σ ((c−k)/(c+k))² over the ordered pairs of a list of numbers of at least 0, given as its different values with their
 * counts.
 */
export function ratioDisagreement(counts: readonly Counted[]): number {
  // On the logarithmic scale, where 0 has no place: its distance to every other value is 1.
  const positive = counts.filter(([value]) => value > 0);
  const nodes = counts.length > MOST_PAIRED ? gathered(positive) : positive;
  if (nodes.length >= positive.length) return overPairs(counts, (c, k) => ((c - k) / (c + k)) ** 2);
  const size = positive.reduce((sum, [, count]) => sum + count, 0);
  const zeros = counts.reduce((sum, [, count]) => sum + count, 0) - size;
  return 2 * zeros * size + overPairs(nodes, (x, y) => Math.tanh((x - y) / 2) ** 2);
}

function overPairs(counts: readonly Counted[], squaredDistance: (a: number, b: number) => number): number {
  const sum = new CompensatedSum();
  for (let i = 1; i < counts.length; i += 1) {
    const [a, countA] = counts[i]!;
    for (let j = 0; j < i; j += 1) {
      const [b, countB] = counts[j]!;
      sum.add(2 * countA * countB * squaredDistance(a, b));
    }
  }
  return sum.value;
}

/**
 * For x = ln c and y = ln k, ((c−k)/(c+k))² is tanh²((x−y)/2), as smooth where values meet as elsewhere. Over a short
 * cell it is therefore, to the last digit, a polynomial, and the values of the cell can be replaced by weights on a few
 * Chebyshev nodes: n values become a handful of nodes, and pairs of nodes stand for pairs of values (the idea of Fong &
 * Darve 2009, Journal of Computational Physics 228:8712-8725). The error falls as 12.6^-NODES for a cell of width 1,
 * because the poles of tanh lie π away.
 */
function gathered(counts: readonly Counted[]): Counted[] {
  const largest = counts.reduce((most, [value]) => Math.max(most, value), 0);
  const smallest = counts.reduce((least, [value]) => Math.min(least, value), largest);
  const lowest = belowLargest(smallest, largest);
  const cells = Math.max(1, Math.ceil(-lowest / CELL));
  const half = -lowest / cells / 2;
  const weights = new Map<number, Float64Array>();
  for (const [value, count] of counts) {
    const x = belowLargest(value, largest);
    const cell = Math.min(cells - 1, Math.floor((x - lowest) / (2 * half)));
    if (!weights.has(cell)) weights.set(cell, new Float64Array(NODES));
    spread(weights.get(cell)!, (x - lowest) / half - 2 * cell - 1, count);
  }
  return [...weights].flatMap(([cell, ofNodes]) =>
    Array.from(ofNodes, (weight, j): Counted => [lowest + half * (2 * cell + 1 + CHEBYSHEV[j]!), weight]),
  );
}

/** ln(value/largest), without cancellation for values that are close to the largest. */
function belowLargest(value: number, largest: number): number {
  return value > largest / 2 ? Math.log1p((value - largest) / largest) : Math.log(value) - Math.log(largest);
}

const ANGLES = Array.from({ length: NODES }, (_, j) => ((2 * j + 1) * Math.PI) / (2 * NODES));
const CHEBYSHEV = ANGLES.map(Math.cos);
/** Barycentric weights of these nodes (Berrut & Trefethen 2004, SIAM Review 46:501-517). */
const BARYCENTRIC = ANGLES.map((angle, j) => (j % 2 ? -1 : 1) * Math.sin(angle));

/** Adds to every node what a value at `t` in [−1, 1] means to it: the Lagrange polynomial of the node at t. */
function spread(weights: Float64Array, t: number, count: number): void {
  const at = CHEBYSHEV.indexOf(t);
  if (at >= 0) {
    weights[at]! += count;
    return;
  }
  let total = 0;
  for (let j = 0; j < NODES; j += 1) total += BARYCENTRIC[j]! / (t - CHEBYSHEV[j]!);
  for (let j = 0; j < NODES; j += 1) weights[j]! += (count * BARYCENTRIC[j]!) / (t - CHEBYSHEV[j]!) / total;
}
