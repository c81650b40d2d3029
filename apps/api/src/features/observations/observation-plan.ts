import type { OpenTable } from '../../platform/tables/index.js';
import type { MappedMetric, ObservationContext } from './mapped-metrics.js';
import type { ObservationMapping } from './observation-mapping.js';
import { TimeReader } from './read-time.js';

export interface ValueColumn {
  readonly column: number;
  /** The metric of every value in the column; null where the row names it. */
  readonly metric: number | null;
  /** When everything in the column was observed; null where the row says it. */
  readonly at: number | null;
  /** The column with the whole or the opportunities. */
  readonly nColumn: number | null;
  readonly words: ReadonlyMap<string, number>;
}

export interface ObservationPlan {
  readonly timeZone: string;
  readonly times: TimeReader;
  readonly decimal: '.' | ',';
  /** As plain names. */
  readonly noValueWords: ReadonlySet<string>;
  readonly headers: readonly string[];
  readonly metrics: readonly MappedMetric[];
  readonly identity: ObservationMapping['identity'];
  readonly timeColumn: number | null;
  readonly fixedAt: number | null;
  readonly metricColumn: number | null;
  readonly fixedMetric: number | null;
  /** What the file may call a metric → its place in `metrics`. */
  readonly metricByName: ReadonlyMap<string, number>;
  /** What the file may call a metric that is not to be added to. */
  readonly ofOthers: ReadonlyMap<string, MappedMetric>;
  readonly values: readonly ValueColumn[];
  readonly keyColumns: readonly number[];
  readonly segments: readonly { readonly column: number; readonly dimension: string }[];
}

export const plainName = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Makes of a checked mapping what the reader looks up for every row. */
export function observationPlan(
  mapping: ObservationMapping,
  { timeZone, metrics: byId, ofOthers }: ObservationContext,
  { headers }: Pick<OpenTable, 'headers'>,
): ObservationPlan {
  const metrics = [...byId.values()];
  const places = new Map(metrics.map(({ id }, index) => [id, index]));
  const place = (id: string | null | undefined): number | null => (id ? (places.get(id) ?? null) : null);
  const columns = mapping.columns.filter(({ column }) => column < headers.length);
  const first = (target: string): number | null => columns.find((one) => one.target === target)?.column ?? null;
  const times = new TimeReader(timeZone, mapping.dateOrder ?? null);
  const fixed = mapping.observedOn ? times.read(mapping.observedOn) : null;

  const holders = { row_per_observation: 'value', column_per_metric: 'metric', column_per_period: 'period' } as const;
  const holder = holders[mapping.shape];
  const values = columns
    .filter(({ target }) => target === holder)
    .map(({ column, metricId, words }): ValueColumn => {
      const period = holder === 'period' ? times.read(headers[column]!) : null;
      const n = columns.find((one) => one.target === 'n' && (holder !== 'metric' || one.metricId === metricId));
      return {
        column,
        metric: holder === 'metric' ? place(metricId) : null,
        at: typeof period === 'number' ? period : null,
        nColumn: n?.column ?? null,
        words: new Map(Object.entries(words ?? {}).map(([word, value]) => [plainName(word), value])),
      };
    });
  return {
    timeZone,
    times,
    decimal: mapping.decimal ?? '.',
    noValueWords: new Set((mapping.noValueWords ?? []).map(plainName)),
    headers,
    metrics,
    identity: mapping.identity,
    timeColumn: mapping.shape === 'column_per_period' ? null : first('time'),
    fixedAt: typeof fixed === 'number' ? fixed : null,
    metricColumn: mapping.shape === 'column_per_metric' ? null : first('metric_name'),
    fixedMetric: mapping.shape === 'column_per_metric' ? null : place(mapping.metricId),
    metricByName: new Map([
      ...metrics.flatMap(({ key, name }, index) => [key, name].map((text) => [plainName(text), index] as const)),
      ...Object.entries(mapping.metricValues ?? {}).map(([text, id]) => [plainName(text), place(id)!] as const),
    ]),
    ofOthers: new Map(
      [...ofOthers.values()].flatMap((metric) =>
        [metric.key, metric.name].map((text) => [plainName(text), metric] as const),
      ),
    ),
    values,
    keyColumns: columns.filter(({ target }) => target === 'key').map(({ column }) => column),
    segments: columns
      .filter(({ target }) => target === 'segment')
      .map(({ column, dimension }) => ({ column, dimension: dimension! })),
  };
}
