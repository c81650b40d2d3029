import {
  autocorrelatedRegression,
  differenceInDifferencesSummary,
  estimateDifference,
  twoProportions,
} from '@touchstone/metrics';
import type { ComparedPoint, ComparedSeries, SideCells } from './compared-series.js';
import type { EffectMethod } from './effect-registration.js';
import type { JudgedCell } from './judged-cell.js';

/** A regression as it was run, so that anybody can run it again elsewhere: lm(y ~ x − 1, weights) in R. */
export interface RegressionRun {
  readonly y: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly times: readonly number[];
  readonly weights: readonly number[];
  readonly contrast: readonly number[];
}

export interface EffectFit {
  readonly estimate: number;
  readonly standardError: number | null;
  /** Null where nothing can be tested: see `df` and `standardError`. */
  readonly p: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What is left of the buckets when their resemblance to each other is taken off. */
  readonly df: number | null;
  /** How much each bucket repeats the one before. */
  readonly rho: number | null;
  readonly sigma: number | null;
  /** Whether the spread between buckets or that of the single observations gave the wider interval. */
  readonly widerBy: 'buckets' | 'observations';
  readonly run: RegressionRun;
  /** What would have been without the effect, at a point. */
  readonly expectedAt: (point: ComparedPoint) => number;
}

/** Fewer than this many independent buckets' worth of information cannot carry an interval. */
export const FEWEST_DF = 3;

const runOf = (points: readonly ComparedPoint[], row: (point: ComparedPoint) => number[], contrast: number[]) => ({
  y: points.map(({ value, compared }) => value - compared),
  x: points.map(row),
  times: points.map(({ step }) => step),
  weights: points.map(({ weight }) => weight),
  contrast,
});

/** Six columns that let every weekday have its own level. */
const weekdays = (step: number): number[] =>
  Array.from({ length: 6 }, (_, day) => (((step % 7) + 7) % 7 === day + 1 ? 1 : 0));

/**
 * Fits the effect to the buckets of both sides.
 *
 * Columns: 1 and "after" for before/after and difference-in-differences; 1, step, "after" and steps since the first bucket after
 * for an interrupted series, whose effect is the mean distance between both lines over the buckets after. Daily series that are
 * compared with nothing have a column per weekday.
 */
export function fitEffect(
  method: EffectMethod,
  compared: ComparedSeries,
  daily: boolean,
  confidence: number,
): EffectFit | null {
  const points = compared.points.filter(({ side }) => side === 'before' || side === 'after');
  const after = points.filter(({ side }) => side === 'after');
  const first = after[0];
  const origin = points[0];
  if (first === undefined || origin === undefined || origin === first) return null;
  const ramp = (step: number) => step - first.step;
  const rhythm = daily && compared.comparison === 'none';
  const series = method === 'interrupted_series';
  const base = (point: ComparedPoint): number[] => (series ? [1, point.step - origin.step] : [1]);
  const added = ({ side, step }: ComparedPoint): number[] =>
    side === 'after' ? [1, ...(series ? [ramp(step)] : [])] : [0, ...(series ? [0] : [])];
  const rest = ({ step }: ComparedPoint): number[] => (rhythm ? weekdays(step) : []);
  const total = after.reduce((sum, { weight }) => sum + weight, 0);
  const meanRamp = after.reduce((sum, { step, weight }) => sum + (weight / total) * ramp(step), 0);
  const contrast = [...base(origin).map(() => 0), 1, ...(series ? [meanRamp] : []), ...rest(origin).map(() => 0)];
  const run = runOf(points, (point) => [...base(point), ...added(point), ...rest(point)], contrast);
  const answer = autocorrelatedRegression({ ...run, confidence });
  if (!answer.ok || answer.estimate === null || answer.coefficients === null) return null;
  const { coefficients, estimate } = answer;
  const withoutEffect = (point: ComparedPoint) => [...base(point), ...added(point).map(() => 0), ...rest(point)];
  const expectedAt = (point: ComparedPoint) =>
    point.compared + withoutEffect(point).reduce((sum, value, k) => sum + value * coefficients[k]!, 0);
  const known = { estimate, df: answer.df, rho: answer.rho, sigma: answer.sigma, run, expectedAt };
  const sampling = series ? null : samplingError(compared.before, compared.after, confidence);
  if (answer.p === null || answer.lower === null || answer.df! < FEWEST_DF)
    return { ...known, standardError: answer.se, p: null, lower: null, upper: null, widerBy: 'buckets' };
  const down = estimate - answer.lower;
  const up = answer.upper! - estimate;
  return {
    ...known,
    standardError: Math.max(answer.se!, sampling?.standardError ?? 0),
    p: Math.max(answer.p, sampling?.p ?? 0),
    lower: estimate - Math.max(down, sampling?.down ?? 0),
    upper: estimate + Math.max(up, sampling?.up ?? 0),
    widerBy: (sampling?.standardError ?? 0) > answer.se! ? 'observations' : 'buckets',
  };
}

interface SamplingError {
  readonly standardError: number;
  readonly p: number;
  readonly down: number;
  readonly up: number;
}

/**
 * The error of drawing these observations and no others, as if buckets did not differ: Welch for means, Newcombe and the pooled
 * z test for shares, Poisson for rates, and the four groups of a difference in differences. Null where it is not known.
 */
function samplingError(before: SideCells, after: SideCells, confidence: number): SamplingError | null {
  if (before.own === null || after.own === null) return null;
  if (before.compared !== null && after.compared !== null) return fourGroups(before, after, confidence);
  const shares = before.own.successes !== null && after.own.successes !== null;
  return shares ? twoShares(before.own, after.own, confidence) : twoMeans(before.own, after.own, confidence);
}

/** Degrees of freedom of a standard error that is as good as known. */
const MANY = 1e9;

function twoMeans(before: JudgedCell, after: JudgedCell, confidence: number): SamplingError | null {
  if (before.variance === null || after.variance === null) return null;
  const estimateOf = ({ n, value, variance }: JudgedCell) => ({
    value,
    se: Math.sqrt(variance! / n),
    df: n - 1 || MANY,
  });
  const { diff, se, p, lower, upper } = estimateDifference({ a: estimateOf(after), b: estimateOf(before), confidence });
  if (diff === null || se === null || p === null || lower === null || upper === null) return null;
  return { standardError: se, p, down: diff - lower, up: upper - diff };
}

function twoShares(before: JudgedCell, after: JudgedCell, confidence: number): SamplingError | null {
  const { diff, p, z, lower, upper } = twoProportions({
    x1: after.successes!,
    n1: after.n,
    x2: before.successes!,
    n2: before.n,
    confidence,
  });
  if (diff === null || p === null || z === null || lower === null || upper === null) return null;
  // The test's own error; at no difference at all it cannot be had from z.
  const standardError = z === 0 ? 50 * (upper - lower) : (100 * diff) / z;
  return { standardError, p, down: 100 * (diff - lower), up: 100 * (upper - diff) };
}

function fourGroups(before: SideCells, after: SideCells, confidence: number): SamplingError | null {
  const cell = (of: JudgedCell) => ({
    mean: of.value,
    se: of.variance === null ? null : Math.sqrt(of.variance / of.n),
  });
  const { se, p } = differenceInDifferencesSummary({
    treatPre: cell(before.own!),
    treatPost: cell(after.own!),
    controlPre: cell(before.compared!),
    controlPost: cell(after.compared!),
  });
  if (se === null || p === null) return null;
  const { diff, lower } = estimateDifference({
    a: { value: 0, se, df: MANY },
    b: { value: 0, se: 0, df: MANY },
    confidence,
  });
  const half = diff! - lower!;
  return { standardError: se, p, down: half, up: half };
}

/** What a regression on some points says of one column: its estimate and p value; null where there is too little. */
export function columnEffect(
  points: readonly ComparedPoint[],
  row: (point: ComparedPoint) => number[],
  column: number,
): { readonly estimate: number; readonly p: number } | null {
  if (points.length === 0) return null;
  const contrast = row(points[0]!).map((_, k) => (k === column ? 1 : 0));
  const { estimate, p, df } = autocorrelatedRegression(runOf(points, row, contrast));
  return estimate === null || p === null || df! < FEWEST_DF ? null : { estimate, p };
}

/** The spread about a fit, and how much each point repeats the one before; null where there is too little. */
export function columnFit(
  points: readonly ComparedPoint[],
  row: (point: ComparedPoint) => number[],
): { readonly sigma: number; readonly rho: number } | null {
  if (points.length === 0) return null;
  const contrast = row(points[0]!).map((_, k) => (k === 0 ? 1 : 0));
  const { sigma, rho } = autocorrelatedRegression(runOf(points, row, contrast));
  return sigma === null || rho === null ? null : { sigma, rho };
}
