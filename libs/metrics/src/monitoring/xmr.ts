import { checkBaselineCount } from '../charts/index.js';
import { checkArray, checkInteger, checkNumbersOrNull, checkObject, present } from '../checks/index.js';
import { momentsOf } from '../moments/index.js';

/** Argument of {@link xmr}. */
export interface XmrInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** Only the first so many points of each phase set its limits; all when left out. */
  baselineCount?: number | null;
  /** Indices at which a new phase begins, ascending; the first phase begins at 0 whether or not 0 is listed. */
  phaseStarts?: readonly number[] | null;
}

/** Limits of one phase of {@link xmr}, in the unit of the values. */
export interface XmrPhase {
  /** Index of the first point. */
  start: number;
  /** Index of the last point. */
  end: number;
  /** Mean of the baseline; `null` when it has no value. */
  mean: number | null;
  /** Mean moving range of the baseline; `null`, with all limits, when it has none. */
  mrBar: number | null;
  /** Upper natural process limit. */
  upper: number | null;
  /** Lower natural process limit; not clipped. */
  lower: number | null;
  /** Upper limit of the moving ranges. */
  mrUpper: number | null;
}

/** Result of {@link xmr}. */
export interface XmrResult {
  /** |xᵢ − xᵢ₋₁|; `null` at 0 and on both sides of a missing value. */
  movingRanges: (number | null)[];
  phases: XmrPhase[];
  /** Indices of the values strictly outside the limits of their phase. */
  signals: number[];
  /** Indices of the moving ranges strictly above the limit of their phase. */
  mrSignals: number[];
}

/** 3/d₂ and D₄ for a moving range of two, as rounded in Wheeler's tables. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.268;

/**
 * XmR chart (individuals and moving range): which values of one series stand out from its routine variation.
 *
 * Formula: mrᵢ = |xᵢ − xᵢ₋₁|; limits = mean ± 2.66·mean(mr), upper limit of the ranges = 3.268·mean(mr), both means
 * over the baseline of the phase.
 *
 * Units: those of the values. Limits set by `baselineCount` do not move when later points arrive; a new phase starts
 * only where `phaseStarts` declares one, and the range across its boundary is shown but sets no limit.
 *
 * Source: Wheeler DJ, Understanding Variation (2.66, 3.268); NIST/SEMATECH e-Handbook 6.3.2.2; R qcc `xbar.one`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `baselineCount` is not a whole number
 * of at least 1, or a phase start is not an ascending index of the values.
 * @example
 * xmr({ values: [10, 12, 11, 13, 12, 20], baselineCount: 5 });
 * // => {
 * //   movingRanges: [null, 2, 1, 2, 1, 8],
 * //   phases: [{ start: 0, end: 5, mean: 11.6, mrBar: 1.5, upper: 15.59, lower: 7.61, mrUpper: 4.902 }],
 * //   signals: [5],
 * //   mrSignals: [5],
 * // }
 */
export function xmr(input: XmrInput): XmrResult {
  const { values, baselineCount, phaseStarts } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  const baseline = checkBaselineCount(baselineCount);
  const starts = checkPhaseStarts(phaseStarts, series.length);
  const movingRanges = series.map((value, i) => {
    const before = series[i - 1] ?? null;
    return value === null || before === null ? null : Math.abs(value - before);
  });
  const phases = starts.map((start, p) =>
    phaseOf(series, movingRanges, start, starts[p + 1] ?? series.length, baseline),
  );
  const signals: number[] = [];
  const mrSignals: number[] = [];
  for (const { start, end, upper, lower, mrUpper } of phases) {
    if (upper === null || lower === null || mrUpper === null) continue;
    for (let i = start; i <= end; i += 1) {
      const value = series[i]!;
      if (value !== null && (value > upper || value < lower)) signals.push(i);
      if ((movingRanges[i] ?? 0) > mrUpper) mrSignals.push(i);
    }
  }
  return { movingRanges, phases, signals, mrSignals };
}

function phaseOf(
  series: readonly (number | null)[],
  movingRanges: readonly (number | null)[],
  start: number,
  next: number,
  baselineCount: number,
): XmrPhase {
  const baselineEnd = Math.min(next, start + baselineCount);
  const { mean } = momentsOf(present(series.slice(start, baselineEnd)));
  // The range at `start` reaches back over the boundary of the phase.
  const mrBar = momentsOf(present(movingRanges.slice(start + 1, baselineEnd))).mean;
  const span = { start, end: next - 1, mean, mrBar };
  if (mean === null || mrBar === null) return { ...span, upper: null, lower: null, mrUpper: null };
  const half = LIMIT_FACTOR * mrBar;
  return { ...span, upper: mean + half, lower: mean - half, mrUpper: RANGE_FACTOR * mrBar };
}

function checkPhaseStarts(phaseStarts: unknown, length: number): number[] {
  const starts = length > 0 ? [0] : [];
  if (phaseStarts === undefined || phaseStarts === null) return starts;
  checkArray('phaseStarts', phaseStarts).forEach((value, i) => {
    // The first phase may be listed, also for a series that is still empty.
    if (i === 0 && value === 0) return;
    const start = checkInteger(`phaseStarts[${i}]`, value, 0, length - 1);
    if (start <= starts.at(-1)!) {
      throw new RangeError(`phaseStarts[${i}] must be greater than the start before it, got ${start}`);
    }
    starts.push(start);
  });
  return starts;
}
