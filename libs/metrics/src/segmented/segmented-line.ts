import { momentsOf } from '../moments/index.js';

/** One of the two straight lines of an interrupted series, about the middle of its own stretch of time. */
interface Line {
  /** First index of the stretch, and the one after its last. */
  start: number;
  end: number;
  /** Mean index of the stretch. */
  centre: number;
  /** Σ(index − centre)². */
  spread: number;
  mean: number;
  slope: number;
}

/**
 * A quantity that is linear in the values: Σ weight·value over both stretches, by its weight on the mean and on the
 * slope of each line.
 */
export interface Contrast {
  preMean: number;
  preSlope: number;
  postMean: number;
  postSlope: number;
}

/** Two straight lines, before an intervention and from it on. */
export interface SegmentedLine {
  pre: Line;
  post: Line;
  residuals: Float64Array;
}

function lineOf(values: readonly number[], start: number, end: number): Line {
  const stretch = values.slice(start, end);
  const n = stretch.length;
  const mean = momentsOf(stretch).mean!;
  const centre = (start + end - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  const slope = stretch.reduce((sum, value, i) => sum + (start + i - centre) * (value - mean), 0) / spread;
  return { start, end, centre, spread, mean, slope };
}

/**
 * Fits both lines by least squares. Segmented regression with a change of level and of slope is two separate lines, and
 * a line about the middle of its stretch has orthogonal columns: no linear system has to be solved, and nothing is lost
 * to the near-collinearity of time, step and ramp.
 */
export function segmentedLine(values: readonly number[], breakAt: number): SegmentedLine {
  const pre = lineOf(values, 0, breakAt);
  const post = lineOf(values, breakAt, values.length);
  // What is left of a point on its line (of two points, always) is rounding, which a standard error must not be made of.
  const rounding = 4 * Number.EPSILON * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const residuals = Float64Array.from(values, (value, i) => {
    const { mean, slope, centre } = i < breakAt ? pre : post;
    const residual = value - mean - slope * (i - centre);
    return Math.abs(residual) <= rounding ? 0 : residual;
  });
  return { pre, post, residuals };
}

/** The value of a contrast. */
export function estimateOf({ pre, post }: SegmentedLine, contrast: Contrast): number {
  return (
    contrast.preMean * pre.mean +
    contrast.preSlope * pre.slope +
    contrast.postMean * post.mean +
    contrast.postSlope * post.slope
  );
}

/** The weight that each value of the series has in a contrast. */
export function weightsOf({ pre, post }: SegmentedLine, contrast: Contrast): Float64Array {
  const weights = new Float64Array(post.end);
  const fill = ({ start, end, centre, spread }: Line, ofMean: number, ofSlope: number): void => {
    for (let i = start; i < end; i += 1) weights[i] = ofMean / (end - start) + (ofSlope * (i - centre)) / spread;
  };
  fill(pre, contrast.preMean, contrast.preSlope);
  fill(post, contrast.postMean, contrast.postSlope);
  return weights;
}

/**
 * Newey-West variance of Σ weight·value from the residuals: Bartlett weights 1 − l/(lag+1), without prewhitening,
 * times n/(n − 4).
 */
export function neweyWestVariance(weights: Float64Array, residuals: Float64Array, lag: number): number {
  const n = residuals.length;
  const scores = weights.map((weight, i) => weight * residuals[i]!);
  let variance = 0;
  for (let l = 0; l <= Math.min(lag, n - 1); l += 1) {
    let products = 0;
    for (let i = l; i < n; i += 1) products += scores[i]! * scores[i - l]!;
    variance += (l === 0 ? 1 : 2 * (1 - l / (lag + 1))) * products;
  }
  // Bartlett weights make this a sum of squares; rounding may still leave it a hair below 0.
  return (Math.max(0, variance) * n) / (n - 4);
}
