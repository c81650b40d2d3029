import type { JourneyMetricFieldsFragment } from './journey-map.generated.js';

/** The metrics of a map by their ids; one that was taken off the map since is left out. */
export type MetricsOf = (ids: readonly string[]) => JourneyMetricFieldsFragment[];

export function metricsOfMap(metrics: readonly JourneyMetricFieldsFragment[]): MetricsOf {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many of those with a target meet it. */
export function targetsMet(metrics: readonly Pick<JourneyMetricFieldsFragment, 'status'>[]): {
  met: number;
  judged: number;
} {
  const judged = metrics.filter(({ status }) => status !== 'NO_TARGET');
  return { met: judged.filter(({ status }) => status === 'MET').length, judged: judged.length };
}
