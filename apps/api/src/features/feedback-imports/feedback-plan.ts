import type { OpenTable } from '../../platform/tables/index.js';
import type { FeedbackSourceEnum } from '../feedback/index.js';
import { plainName, TimeReader } from '../observations/index.js';
import type { FeedbackContext, KnownTouchpoint, RatedMetric } from './feedback-context.js';
import type { FeedbackMapping, FeedbackTarget } from './feedback-mapping.js';

export interface FeedbackPlan {
  readonly timeZone: string;
  readonly headers: readonly string[];
  readonly columns: Readonly<Partial<Record<FeedbackTarget, number>>>;
  readonly times: TimeReader;
  readonly decimal: '.' | ',';
  readonly fixedAt: number | null;
  readonly fixedSource: FeedbackSourceEnum | null;
  /** By plain name, before the usual words are asked. */
  readonly sources: ReadonlyMap<string, FeedbackSourceEnum>;
  readonly fixedTouchpoint: KnownTouchpoint | null;
  /** By plain name and by id. */
  readonly touchpoints: ReadonlyMap<string, KnownTouchpoint>;
  readonly personas: ReadonlyMap<string, string>;
  readonly anywhere: boolean;
  /** Only comments of low ratings of it come in. */
  readonly metric: RatedMetric | null;
  readonly touchpointOfMetric: KnownTouchpoint | null;
}

/** Makes of a checked mapping what the reader looks up for every row. */
export function feedbackPlan(
  mapping: FeedbackMapping,
  context: FeedbackContext,
  { headers }: Pick<OpenTable, 'headers'>,
): FeedbackPlan {
  const times = new TimeReader(context.timeZone, mapping.dateOrder ?? null);
  const fixed = mapping.saidOn ? times.read(mapping.saidOn) : null;
  const metric = (mapping.metricId && context.ratedMetrics.get(mapping.metricId)) || null;
  const meant = Object.entries(mapping.touchpointValues ?? {}).flatMap(([name, id]) => {
    const touchpoint = context.touchpoints.get(id);
    return touchpoint ? [[plainName(name), touchpoint] as const] : [];
  });
  return {
    timeZone: context.timeZone,
    headers,
    columns: Object.fromEntries(
      mapping.columns
        .filter(({ column, target }) => target !== 'ignore' && column < headers.length)
        .map(({ column, target }) => [target, column]),
    ),
    times,
    decimal: mapping.decimal ?? '.',
    fixedAt: typeof fixed === 'number' ? fixed : null,
    fixedSource: mapping.source ?? null,
    sources: new Map(Object.entries(mapping.sourceValues ?? {}).map(([name, source]) => [plainName(name), source])),
    fixedTouchpoint: mapping.touchpointId ? (context.touchpoints.get(mapping.touchpointId) ?? null) : null,
    touchpoints: new Map([...context.touchpoints, ...context.touchpointsByName, ...meant]),
    personas: context.personasByName,
    anywhere: context.anywhere,
    metric,
    touchpointOfMetric: (metric?.touchpointId && context.touchpoints.get(metric.touchpointId)) || null,
  };
}
