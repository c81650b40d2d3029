import type { Direction } from '../metric-definition/index.js';
import { dayOf, type Measure, nextBucket } from '../series/index.js';
import { type AlertWindow, counts } from './alert-window.js';
import type { AlertEvidence, AlertFinding } from './finding.js';
import { type DatedTarget, misses, targetsDueOn } from './judge-point.js';
import { favourable, type PointSignals, severityOf } from './point-signals.js';

/** One stretch of a series, measured as its definition then said; null where too few people stand behind it. */
export interface AlertPoint {
  readonly bucket: number;
  readonly measure: Measure | null;
}

export interface WatchedMetric {
  readonly direction: Direction;
  readonly warningThreshold: number | null;
  readonly criticalThreshold: number | null;
  readonly cadenceDays: number | null;
  readonly targets: readonly DatedTarget[];
  /** The latest observation of all, of whatever size its stretch is; null where there is none yet. */
  readonly lastAt: number | null;
  /** In the order of time. */
  readonly points: readonly AlertPoint[];
  readonly signals: readonly PointSignals[];
}

/** A metric is stale when it is half as late again as it is used to be, and a day at least. */
export const STALENESS_TOLERANCE = 1.5;
const SHORTEST_STALE_DAYS = 2;
const DAY_MS = 86_400_000;

/** All that rules say of a metric at a moment, in the order of time. What is old, cut off by a break or not over yet is silent. */
export function findAlerts(metric: WatchedMetric, window: AlertWindow): AlertFinding[] {
  const points = metric.points.filter(({ bucket }) => counts(bucket, window));
  return [
    ...points.flatMap((point) => breachOf(metric, point, window) ?? []),
    ...points.flatMap((point) => crossingOf(metric, point) ?? []),
    ...metric.signals
      .filter(({ bucket }) => counts(bucket, window))
      .flatMap((signal) => signalOf(metric, signal) ?? []),
    ...stalenessOf(metric, window),
  ].sort((a, b) => a.at - b.at);
}

const numbersOf = ({ value, lower, upper, n }: Measure): Omit<AlertEvidence, 'limit' | 'upperLimit'> => ({
  value,
  lower,
  upper,
  n,
});

/** A target whose day has come and that the whole of a later stretch did not reach. */
function breachOf(metric: WatchedMetric, { bucket, measure }: AlertPoint, window: AlertWindow): AlertFinding | null {
  if (!measure) return null;
  const lastDay = dayOf(nextBucket(bucket, window.grain, window.calendar) - 1, window.calendar.timeZone);
  const missed = targetsDueOn(metric.targets, lastDay).find((target) => misses(metric.direction, target, measure));
  if (!missed) return null;
  const { id: targetId, dueOn, value: limit, upperValue: upperLimit } = missed;
  const evidence = { ...numbersOf(measure), limit, upperLimit, targetId, dueOn };
  return { rule: 'target_breach', severity: 'warning', at: bucket, evidence };
}

function crossingOf(metric: WatchedMetric, { bucket, measure }: AlertPoint): AlertFinding | null {
  const { direction, warningThreshold, criticalThreshold } = metric;
  // A range has no better end; it is held against its target alone.
  if (!measure || direction === 'range') return null;
  for (const [severity, limit] of [
    ['critical', criticalThreshold],
    ['warning', warningThreshold],
  ] as const) {
    if (limit !== null && misses(direction, { value: limit, upperValue: null }, measure))
      return { rule: 'threshold', severity, at: bucket, evidence: { ...numbersOf(measure), limit, upperLimit: null } };
  }
  return null;
}

/** A shift for the better is a signal as well: worth knowing why, so that it can be kept. */
function signalOf({ points, direction }: WatchedMetric, signal: PointSignals): AlertFinding | null {
  const measure = points.find(({ bucket }) => bucket === signal.bucket)?.measure;
  if (!measure) return null;
  const evidence: AlertEvidence = {
    ...numbersOf(measure),
    limit: signal.centre,
    upperLimit: null,
    signals: signal.signals.map(({ rule }) => rule),
    favourable: favourable(direction, signal),
  };
  return { rule: 'signal', severity: severityOf(direction, signal), at: signal.bucket, evidence };
}

/** How many days a metric may be silent before that is worth an alert; null where nobody said how often it comes. */
export const staleAfterDays = (cadenceDays: number | null): number | null =>
  cadenceDays === null ? null : Math.max(SHORTEST_STALE_DAYS, cadenceDays * STALENESS_TOLERANCE);

function stalenessOf({ cadenceDays, lastAt }: WatchedMetric, window: AlertWindow): AlertFinding[] {
  const limit = staleAfterDays(cadenceDays);
  if (limit === null || lastAt === null) return [];
  const ageDays = (window.now - lastAt) / DAY_MS;
  if (ageDays <= limit) return [];
  return [
    {
      rule: 'staleness',
      severity: 'warning',
      at: lastAt,
      evidence: {
        value: null,
        lower: null,
        upper: null,
        n: null,
        limit,
        upperLimit: null,
        ageDays: Math.floor(ageDays),
        cadenceDays: cadenceDays!,
      },
    },
  ];
}
