import { type ControlLimits, limitsFrom } from './control-limits.js';
import type { ControlChart, ControlPoint } from './control-point.js';
import { findSignals } from './find-signals.js';
import { type Signal, SIGNAL_RULES, type SignalRule } from './signal-rule.js';

/** With fewer points limits say more about luck than about the process. */
export const FEWEST_FOR_LIMITS = 8;
/** From here on limits hardly move any more. */
export const ENOUGH_FOR_LIMITS = 20;

export interface ControlWindow {
  /** Milliseconds since 1970; the end is no longer part of it. */
  readonly from: number;
  readonly to: number;
}

export interface ControlInput {
  /** The chart that the metric's way of counting asks for (`chartOf`). */
  readonly chart: ControlChart;
  /**
   * In the order of time. Buckets without observations are left out: the next observed point follows, as values do in a
   * chart of individuals. A point whose value is null interrupts every run.
   */
  readonly points: readonly ControlPoint[];
  /** What the limits were frozen from; without one each phase has limits of all its points, which move with them. */
  readonly baseline: ControlWindow | null;
  /** Moments at which the series breaks: from each a new phase begins, and nothing is compared across. */
  readonly breaks?: readonly number[];
  /** All of Nelson's when left out. */
  readonly rules?: readonly SignalRule[];
}

export interface ControlPhase {
  /** Indices of its points. */
  readonly from: number;
  readonly to: number;
  /** `baseline`: frozen from the stated window. `all`: from all its points, and not frozen. `none`: too few for limits. */
  readonly basis: 'baseline' | 'all' | 'none';
  /** Points that the limits rest on, or would. */
  readonly points: number;
}

export interface ControlEvaluation {
  readonly chart: ControlChart;
  /** Why it is a chart of values although the metric is a share or rate: what it rests on are not whole counts. */
  readonly notCounted: boolean;
  readonly phases: readonly ControlPhase[];
  /** One per point; null where its phase has none. */
  readonly limits: readonly (ControlLimits | null)[];
  /** In the order in which they end. */
  readonly signals: readonly Signal[];
}

/** Which points of a series stand out from its routine variation, and by which rule. */
export function evaluateControl({
  chart,
  points,
  baseline,
  breaks = [],
  rules = SIGNAL_RULES,
}: ControlInput): ControlEvaluation {
  const notCounted = chart !== 'xmr' && !points.every((point) => isCounted(point, chart));
  const used = notCounted ? 'xmr' : chart;
  const limits: (ControlLimits | null)[] = [];
  const signals: Signal[] = [];
  const phases = phasesOf(points, breaks).map(([from, end]): ControlPhase => {
    const own = points.slice(from, end);
    const inWindow = baseline ? own.filter(({ at }) => at >= baseline.from && at < baseline.to) : [];
    // A window that lies in another phase says nothing of this one.
    const basis = inWindow.length > 0 ? inWindow : own;
    const count = basis.filter(({ value }) => value !== null).length;
    const found = count >= FEWEST_FOR_LIMITS ? limitsFrom(used, basis, own) : own.map(() => null);
    const enough = found.some((each) => each !== null);
    limits.push(...found);
    signals.push(...findSignals(own, found, rules).map((signal) => shifted(signal, from)));
    return {
      from,
      to: end - 1,
      basis: !enough ? 'none' : inWindow.length > 0 ? 'baseline' : 'all',
      points: count,
    };
  });
  signals.sort((a, b) => a.to - b.to || SIGNAL_RULES.indexOf(a.rule) - SIGNAL_RULES.indexOf(b.rule));
  return { chart: used, notCounted, phases, limits, signals };
}

const shifted = (signal: Signal, by: number): Signal => ({ ...signal, from: signal.from + by, to: signal.to + by });

/** Stretches between breaks that have points, as first index and the one after the last. */
function phasesOf(points: readonly ControlPoint[], breaks: readonly number[]): [number, number][] {
  const starts = points.flatMap(({ at }, index) => {
    const before = points[index - 1];
    return !before || breaks.some((moment) => moment > before.at && moment <= at) ? [index] : [];
  });
  return starts.map((start, index) => [start, starts[index + 1] ?? points.length]);
}

/** The charts of ratios rest on counting: parts of hours, or a corrected sum below nothing, are not counted. */
function isCounted({ value, count, size }: ControlPoint, chart: ControlChart): boolean {
  if (value === null || count === null || size === null) return true;
  if (!Number.isSafeInteger(count) || count < 0) return false;
  return chart === 'u' || (Number.isSafeInteger(size) && count <= size);
}
