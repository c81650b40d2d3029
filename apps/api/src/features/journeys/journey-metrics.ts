import {
  type CascadeTarget,
  type Direction,
  judgedTarget,
  latestValues,
  type MeasurableMetric,
  metricsOf,
  parseFormula,
  targetStatus,
} from '@touchstone/domain';
import type { JourneyMetricType } from './journey-metric.type.js';

type Told = Pick<JourneyMetricType, 'id' | 'key' | 'name' | 'unit' | 'ownerTeamName'>;

/** A metric as the database knows it, before its number is computed. */
interface MetricFacts extends Told, MeasurableMetric {
  readonly key: string;
  readonly class: string;
  /** The journey, stages and touchpoints it hangs on; null for those that are only parts of formulas. */
  readonly places: readonly string[] | null;
  readonly direction: Direction;
  readonly cadenceDays: number | null;
  /** Its latest observation, which may be younger than the month that is shown. */
  readonly seenAt: string | null;
  readonly targets: readonly (CascadeTarget & { readonly objectiveId: string | null })[] | null;
}

export interface JourneyMetricFacts {
  readonly metrics: readonly MetricFacts[];
  readonly today: string;
  readonly minimumGroupSize: number;
}

/** Whether a number is overdue depends on the hour; everything else only on what the database says. */
export type MeasuredMetric = JourneyMetricType & { readonly overdueAfter: number | null };

const DAY = 86_400_000;

/** The latest number of each metric of a map, judged by the target that counts today. */
export function measured({ metrics, today, minimumGroupSize }: JourneyMetricFacts, now: number): MeasuredMetric[] {
  const latest = latestValues(metrics, minimumGroupSize);
  const seen = seenAt(metrics);
  return metrics
    .filter(({ places }) => places)
    .map((metric) => {
      const number = latest(metric.key);
      const target = targetOf(metric.targets ?? [], today);
      const value = number?.value ?? null;
      const last = seen(metric.key);
      const overdueAfter = last !== null && metric.cadenceDays !== null ? last + metric.cadenceDays * DAY : null;
      return {
        id: metric.id,
        key: metric.key,
        name: metric.name,
        class: metric.class as JourneyMetricType['class'],
        unit: metric.unit,
        direction: metric.direction as JourneyMetricType['direction'],
        ownerTeamName: metric.ownerTeamName,
        value,
        lower: number?.lower ?? null,
        upper: number?.upper ?? null,
        n: value === null ? null : (number?.n ?? null),
        lastAt: number && new Date(number.lastAt),
        suppressed: number?.suppressed ?? false,
        overdue: overdueAfter !== null && now > overdueAfter,
        overdueAfter,
        targetValue: target?.value ?? null,
        targetUpperValue: target?.upperValue ?? null,
        targetDueOn: target?.dueOn ?? null,
        status: (target
          ? targetStatus(metric.direction, target, today, value)
          : 'no_target') as JourneyMetricType['status'],
      };
    });
}

/** When something was last observed of a metric; of a formula, of that part which has waited longest. */
function seenAt(metrics: readonly MetricFacts[]): (key: string) => number | null {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const seen = (key: string, within: readonly string[] = []): number | null => {
    const metric = byKey.get(key);
    if (!metric?.formula) return metric?.seenAt ? Date.parse(metric.seenAt) : null;
    const parts = metricsOf(parseFormula(metric.formula)).map((part) =>
      // A circle, which saving refuses, would otherwise never end.
      within.includes(part) ? null : seen(part, [...within, key]),
    );
    return parts.length === 0 || parts.includes(null) ? null : Math.min(...(parts as number[]));
  };
  return (key) => seen(key);
}

/** The metrics that hang on a journey, a stage or a touchpoint, in the order of their names. */
export function hangingAt(metrics: JourneyMetricFacts['metrics']): (place: string) => string[] {
  const at = new Map<string, string[]>();
  for (const { id, places } of metrics)
    for (const place of places ?? []) {
      const there = at.get(place);
      if (there) there.push(id);
      else at.set(place, [id]);
    }
  return (place) => at.get(place) ?? [];
}

/** What the metric should reach as such; where only objectives say something, the next of those. */
function targetOf(targets: NonNullable<MetricFacts['targets']>, today: string): CascadeTarget | undefined {
  const own = targets.filter(({ objectiveId }) => objectiveId === null);
  return judgedTarget(own, today) ?? judgedTarget(targets, today);
}
