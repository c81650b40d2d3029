import { dot } from './orthonormal-design.js';

/** Nearer to 1 a series is a random walk for every practical purpose. */
const LARGEST_CORRELATION = 0.98;
/** Steps of a first look for where the correlation lies, and halvings of the step in which it was found. */
const FIRST_STEPS = 14;
const HALVINGS = 12;

/** R·x for R = ρ^|tᵢ − tⱼ|, by one pass in either direction instead of n² products. */
export function correlate(x: ArrayLike<number>, times: readonly number[], rho: number): Float64Array {
  const n = x.length;
  const result = Float64Array.from(x);
  let carried = 0;
  for (let i = 1; i < n; i += 1) {
    carried = (carried + x[i - 1]!) * rho ** (times[i]! - times[i - 1]!);
    result[i]! += carried;
  }
  carried = 0;
  for (let i = n - 2; i >= 0; i -= 1) {
    carried = (carried + x[i + 1]!) * rho ** (times[i + 1]! - times[i]!);
    result[i]! += carried;
  }
  return result;
}

/** D·x, where x'Dx = Σ xᵢ·xⱼ over all pairs that are at most so many steps apart. */
function neighbours(x: ArrayLike<number>, times: readonly number[], reach: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let i = 1; i < x.length; i += 1) {
    for (let j = i - 1; j >= 0 && times[i]! - times[j]! <= reach; j -= 1) {
      result[i]! += x[j]! / 2;
      result[j]! += x[i]! / 2;
    }
  }
  return result;
}

/** tr(MR), what residuals of a regression on Q add up to in squares, over σ², when errors are correlated by ρ. */
const expectedSquares = (q: readonly Float64Array[], correlated: readonly Float64Array[], n: number): number =>
  q.reduce((sum, unit, k) => sum - dot(unit, correlated[k]!), n);

/** The ρ for which residuals would on average be correlated as they are, over all pairs within reach. */
function correlationWithin(
  reach: number,
  q: readonly Float64Array[],
  times: readonly number[],
  residuals: Float64Array,
): number {
  const near = q.map((unit) => neighbours(unit, times, reach));
  const mixed = q.map((unit) => near.map((other) => dot(unit, other)));
  const pairs = pairsByDistance(times, reach);
  const observed = dot(residuals, neighbours(residuals, times, reach)) / dot(residuals, residuals);
  const excess = (rho: number): number => {
    const correlated = q.map((unit) => correlate(unit, times, rho));
    let products = pairs.reduce((sum, count, distance) => sum + count * rho ** distance, 0);
    q.forEach((_, k) => {
      products -= 2 * dot(near[k]!, correlated[k]!);
      q.forEach((other, l) => {
        products += mixed[k]![l]! * dot(other, correlated[k]!);
      });
    });
    return products / expectedSquares(q, correlated, times.length) - observed;
  };
  if (excess(0) >= 0) return 0;
  let low = 0;
  for (let step = 1; step <= FIRST_STEPS; step += 1) {
    const high = (LARGEST_CORRELATION * step) / FIRST_STEPS;
    if (excess(high) >= 0) return crossing(excess, low, high);
    low = high;
  }
  return LARGEST_CORRELATION;
}

/** Where a function that is below 0 at `low` and not at `high` crosses it: halvings, then a straight line. */
function crossing(f: (x: number) => number, low: number, high: number): number {
  let below = low;
  let above = high;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (below + above) / 2;
    if (f(middle) < 0) below = middle;
    else above = middle;
  }
  const [atBelow, atAbove] = [f(below), f(above)];
  return below + ((above - below) * -atBelow) / (atAbove - atBelow);
}

/** How many pairs are 0 (none), 1, 2 … reach steps apart. */
function pairsByDistance(times: readonly number[], reach: number): number[] {
  const counts = new Array<number>(reach + 1).fill(0);
  times.forEach((time, i) => {
    for (let j = i - 1; j >= 0 && time - times[j]! <= reach; j -= 1) counts[time - times[j]!]! += 1;
  });
  return counts;
}

/** Errors that are correlated from one step to the next, as residuals show them. */
export interface ResidualCorrelation {
  /** From 0 to 0.98. */
  rho: number;
  /** E(e'e) / σ² for any ρ. */
  squaresAt: (rho: number) => number;
}

/**
 * Residuals are less correlated than the errors they stand for, because the fit has followed the errors. This ρ allows
 * for it: the one for which the expected correlation of residuals is the observed one. A negative one counts as 0.
 *
 * Where independent noise lies over errors that last, neighbours show less correlation than lasts: the correlation of all
 * pairs up to n/8 and at most 4 steps apart is looked at as well, and the larger ρ counts.
 */
export function residualCorrelation(
  q: readonly Float64Array[],
  times: readonly number[],
  residuals: Float64Array,
): ResidualCorrelation {
  const n = times.length;
  const reach = Math.min(4, Math.max(1, Math.floor(n / 8)));
  const next = correlationWithin(1, q, times, residuals);
  const rho = reach === 1 ? next : Math.max(next, correlationWithin(reach, q, times, residuals));
  const squaresAt = (at: number): number =>
    expectedSquares(
      q,
      q.map((unit) => correlate(unit, times, at)),
      n,
    );
  return { rho, squaresAt };
}

/** ρ moved up by half of its own standard error: a ρ that is too small costs more than one that is too large. */
export const cautiousCorrelation = (rho: number, n: number): number =>
  Math.min(LARGEST_CORRELATION, rho + 0.5 * Math.sqrt((1 - rho * rho) / n));
