/** How a series is smoothed by local regression. */
export interface LoessOptions {
  /** Points that take part in each local fit; may exceed the series, which then is weighted ever more evenly. */
  window: number;
  /** 0 for a local mean, 1 for a local line. */
  degree: 0 | 1;
  /** Fit at every `jump`-th point and interpolate between. */
  jump: number;
}

/** First and last index (inclusive) of the points of a local fit. */
interface Span {
  first: number;
  last: number;
}

/**
 * Local fit of `y` at the position `at`, which may lie outside the series, over the points of `span`: tricube weights
 * of their distance; a weighted mean or line. `null` when no point has weight. `weights` is working space, reused by a
 * caller that fits at many positions.
 */
export function loessAt(
  y: ArrayLike<number>,
  at: number,
  { first, last }: Span,
  { window, degree }: LoessOptions,
  weights: Float64Array = new Float64Array(last - first + 1),
): number | null {
  const n = y.length;
  const surplus = window > n ? Math.trunc((window - n) / 2) : 0;
  const reach = Math.max(at - first, last - at) + surplus;
  let total = 0;
  for (let i = first; i <= last; i += 1) {
    const distance = Math.abs(i - at);
    // Within a thousandth of the reach the weight is 1, and beyond 999 thousandths 0.
    const weight = distance > 0.999 * reach ? 0 : distance <= 0.001 * reach ? 1 : tricube(distance / reach);
    weights[i - first] = weight;
    total += weight;
  }
  if (total <= 0) return null;
  let centre = 0;
  for (let i = first; i <= last; i += 1) {
    weights[i - first]! /= total;
    centre += weights[i - first]! * i;
  }
  const slope = degree === 1 && reach > 0 ? slopeFactor(weights, { first, last }, centre, at, n) : 0;
  let fit = 0;
  for (let i = first; i <= last; i += 1) fit += weights[i - first]! * (1 + slope * (i - centre)) * y[i]!;
  return fit;
}

/** What turns a weighted mean into a weighted line; 0 where the points are all in one place. */
function slopeFactor(weights: Float64Array, { first, last }: Span, centre: number, at: number, n: number): number {
  let spread = 0;
  for (let i = first; i <= last; i += 1) spread += weights[i - first]! * (i - centre) * (i - centre);
  return Math.sqrt(spread) > 0.001 * (n - 1) ? (at - centre) / spread : 0;
}

function tricube(u: number): number {
  const v = 1 - u * u * u;
  return v * v * v;
}

/** The span of `window` points around `at`, moved inwards at the ends of a series of n. */
function spanAround(at: number, n: number, window: number): Span {
  if (window >= n) return { first: 0, last: n - 1 };
  const first = Math.min(Math.max(0, at - Math.floor((window - 1) / 2)), n - window);
  return { first, last: first + window - 1 };
}

/** Smooths a whole series: local fits at every `jump`-th point and at the last, straight lines between them. */
export function loess(y: ArrayLike<number>, options: LoessOptions): number[] {
  const n = y.length;
  if (n < 2) return Array.from(y);
  const jump = Math.min(options.jump, n - 1);
  const smooth = new Array<number>(n);
  const weights = new Float64Array(Math.min(options.window, n));
  const fitAt = (i: number, span: Span): void => {
    smooth[i] = loessAt(y, i, span, options, weights) ?? y[i]!;
  };
  const between = (from: number, to: number): void => {
    for (let i = from + 1; i < to; i += 1) {
      smooth[i] = smooth[from]! + ((smooth[to]! - smooth[from]!) * (i - from)) / (to - from);
    }
  };
  let i = 0;
  fitAt(0, spanAround(0, n, options.window));
  for (; i + jump < n; i += jump) {
    fitAt(i + jump, spanAround(i + jump, n, options.window));
    between(i, i + jump);
  }
  if (i !== n - 1) {
    fitAt(n - 1, spanAround(i, n, options.window));
    between(i, n - 1);
  }
  return smooth;
}
