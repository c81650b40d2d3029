import type { Direction } from '../metric-definition/index.js';
import type { ControlEvaluation, Signal } from '../signals/index.js';
import type { AlertSeverity } from './finding.js';

/** The signals of a control chart that reach up to one point. */
export interface PointSignals {
  /** When the point's stretch begins, milliseconds since 1970. */
  readonly bucket: number;
  readonly centre: number | null;
  readonly signals: readonly Pick<Signal, 'rule' | 'direction'>[];
}

/** An event of a chart is told at its latest point: as long as it goes on, it moves along. */
export function signalsByPoint({ signals, limits }: Pick<ControlEvaluation, 'signals' | 'limits'>): PointSignals[] {
  const byPoint = new Map<number, Signal[]>();
  for (const signal of signals) byPoint.set(signal.to, [...(byPoint.get(signal.to) ?? []), signal]);
  return [...byPoint.entries()].map(([index, found]) => ({
    bucket: found[0]!.toAt,
    centre: limits[index]?.center ?? null,
    signals: found.map(({ rule, direction }) => ({ rule, direction })),
  }));
}

/** Where the metric should not go. Leaving a range is bad on both sides. */
const unwelcome = (direction: Direction, { direction: way }: PointSignals['signals'][number]): boolean =>
  way !== null && (direction === 'range' || way !== (direction === 'higher' ? 'up' : 'down'));

export const favourable = (direction: Direction, { signals }: PointSignals): boolean =>
  signals.some(({ direction: way }) => way !== null) && !signals.some((signal) => unwelcome(direction, signal));

/** Only what goes the wrong way warns; a pattern without a side is about how the number comes about. */
export const severityOf = (direction: Direction, { signals }: PointSignals): AlertSeverity =>
  signals.some((signal) => unwelcome(direction, signal)) ? 'warning' : 'notice';
