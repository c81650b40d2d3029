import { dot } from './orthonormal-design.js';

/** Nearer to 1 a series is a random walk for every practical purpose. */
const LARGEST_CORRELATION = 0.98;
/** Halvings of the range in which the correlation is sought: past the precision of a double. */
const HALVINGS = 50;

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

/** D·x, where x'Dx = Σ xᵢ·xⱼ over all pairs that are one step apart. */
function neighbours(x: ArrayLike<number>, times: readonly number[]): Float64Array {
  const result = new Float64Array(x.length);
  for (let i = 1; i < x.length; i += 1) {
    if (times[i]! - times[i - 1]! !== 1) continue;
    result[i]! += x[i - 1]! / 2;
    result[i - 1]! += x[i]! / 2;
  }
  return result;
}

/** What residuals of a regression on Q are expected to show when errors are correlated by ρ. */
interface Expected {
  /** E(e'e) / σ². */
  squares: number;
  /** E(e'De) / E(e'e). */
  correlation: number;
}

function expectedAt(q: readonly Float64Array[], times: readonly number[], rho: number, pairs: number): Expected {
  const near = q.map((unit) => neighbours(unit, times));
  const correlated = q.map((unit) => correlate(unit, times, rho));
  let squares = times.length;
  let products = rho * pairs;
  q.forEach((unit, k) => {
    squares -= dot(unit, correlated[k]!);
    products -= 2 * dot(near[k]!, correlated[k]!);
    q.forEach((other, l) => {
      products += dot(unit, near[l]!) * dot(other, correlated[k]!);
    });
  });
  return { squares, correlation: products / squares };
}

/** Errors that are correlated from one step to the next, as residuals show them. */
export interface ResidualCorrelation {
  /** ρ for which residuals would on average be correlated as they are; from 0 to 0.98. */
  rho: number;
  /** E(e'e) / σ² for any ρ. */
  squaresAt: (rho: number) => number;
}

/**
 * Residuals are less correlated than the errors they stand for, because the fit has followed the errors. This ρ allows
 * for it: the one for which the expected correlation of residuals is the observed one. A negative one counts as 0.
 */
export function residualCorrelation(
  q: readonly Float64Array[],
  times: readonly number[],
  residuals: Float64Array,
): ResidualCorrelation {
  const pairs = times.filter((time, i) => i > 0 && time - times[i - 1]! === 1).length;
  const at = (rho: number): Expected => expectedAt(q, times, rho, pairs);
  const squaresAt = (rho: number): number => at(rho).squares;
  const observed = dot(residuals, neighbours(residuals, times)) / dot(residuals, residuals);
  if (pairs === 0 || observed <= at(0).correlation) return { rho: 0, squaresAt };
  if (observed >= at(LARGEST_CORRELATION).correlation) return { rho: LARGEST_CORRELATION, squaresAt };
  let low = 0;
  let high = LARGEST_CORRELATION;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (at(middle).correlation < observed) low = middle;
    else high = middle;
  }
  return { rho: low, squaresAt };
}

/** ρ moved up by half of its own standard error: a ρ that is too small costs more than one that is too large. */
export const cautiousCorrelation = (rho: number, n: number): number =>
  Math.min(LARGEST_CORRELATION, rho + 0.5 * Math.sqrt((1 - rho * rho) / n));
