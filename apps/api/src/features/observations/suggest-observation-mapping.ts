import type { MappedMetric, ObservationContext } from './mapped-metrics.js';
import type { MappedColumn, ObservationMapping } from './observation-mapping.js';
import { MOST_DIMENSIONS } from './observation-mapping.js';
import { saysNothing } from './says-nothing.js';
import { numbersIn, unitOfHeader, yesAndNo } from './suggest-new-metrics.js';
import { TimeReader } from './read-time.js';

export interface SeenColumn {
  readonly header: string;
  /** Different texts that stand in it. */
  readonly values: readonly string[];
}

const TIMES = [
  ...['date', 'time', 'day', 'month', 'week', 'timestamp', 'observed at', 'observed on', 'period', 'datetime'],
  ...['日期', '时间', '观测时间', '月份', '统计日期', '期间'],
];
const METRICS = ['metric', 'metric key', 'metric name', 'measure', 'kpi', 'indicator', '指标', '指标名称', '指标编码'];
const VALUES = ['value', 'score', 'rating', 'result', 'amount', '值', '数值', '得分', '评分', '结果'];
const WHOLES = [
  'n',
  'total',
  'whole',
  'base',
  'opportunities',
  'sample',
  'sample size',
  '总数',
  '基数',
  '样本量',
  '机会数',
];
const KEYS = [
  ...['id', 'key', 'respondent', 'respondent id', 'response id', 'ticket', 'ticket id', 'order id', 'case id'],
  ...['编号', '答卷编号', '订单号', '工单号', '流水号'],
];
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const among = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(keyOf));
const WORDS = {
  time: among(TIMES),
  metric_name: among(METRICS),
  value: among(VALUES),
  n: among(WHOLES),
  key: among(KEYS),
};

/** What counts in a unit of its own, and not in per cent or points of what was asked. */
const isMeasure = ({ versions }: MappedMetric): boolean =>
  ['mean', 'sum', 'minimum', 'maximum', 'last'].includes(versions.at(-1)!.aggregation);

/** More different texts than this name cases, not segments. */
const MOST_SEGMENTS = 30;
const FEWEST_PERIODS = 3;

/** What a header may call a metric: its key, or its name, with or without a unit. */
function metricNamed(
  metrics: ReadonlyMap<string, MappedMetric>,
  locale: string,
): (header: string) => MappedMetric | undefined {
  const named = new Map(
    [...metrics.values()].flatMap((metric) => [metric.key, metric.name].map((text) => [keyOf(text), metric])),
  );
  return (header) => named.get(keyOf(header)) ?? named.get(keyOf(unitOfHeader(header, locale).rest));
}

/** Columns that name a metric which somebody else adds to: they are left out, and the reader is told why. */
export function columnsOfOthers(
  columns: readonly SeenColumn[],
  { metrics, ofOthers }: ObservationContext,
  locale: string,
): Map<number, MappedMetric> {
  const own = metricNamed(metrics, locale);
  const foreign = metricNamed(ofOthers, locale);
  return new Map(
    columns.flatMap(({ header }, column) => {
      const metric = own(header) ? undefined : foreign(header);
      return metric ? [[column, metric] as const] : [];
    }),
  );
}

/** What the columns of a table most likely hold, seen from their names and their first cells; a person confirms it. */
export function suggestObservationMapping(
  columns: readonly SeenColumn[],
  context: ObservationContext,
  locale: string,
): ObservationMapping {
  const { timeZone, metrics } = context;
  const times = new TimeReader(timeZone, null);
  const named = metricNamed(metrics, locale);
  const foreign = columnsOfOthers(columns, context, locale);
  const periods = new Set(
    columns.flatMap(({ header }, column) => (typeof times.read(header) === 'number' ? [column] : [])),
  );
  const taken = new Set<string>();
  const targetOf = ({ header, values }: SeenColumn, column: number): MappedColumn => {
    const key = keyOf(header);
    if (periods.size >= FEWEST_PERIODS && periods.has(column)) return { column, target: 'period' };
    if (foreign.has(column)) return { column, target: 'ignore' };
    const metric = named(header);
    if (metric && !taken.has(metric.id) && metric.versions.at(-1)!.aggregation !== 'formula') {
      taken.add(metric.id);
      // A header that names a unit is held against that of the metric.
      const { unit } = unitOfHeader(header, locale);
      // A share of words means in the next file what it meant when it was made from the first.
      const words = metric.versions.at(-1)!.aggregation === 'share' ? yesAndNo(header, values) : null;
      return {
        ...{ column, target: 'metric', metricId: metric.id },
        ...(unit && isMeasure(metric) ? { unit } : {}),
        ...(words ? { words } : {}),
      };
    }
    for (const target of ['time', 'metric_name', 'value', 'n', 'key'] as const)
      if (WORDS[target].has(key) && !taken.has(target)) {
        taken.add(target);
        return { column, target };
      }
    const isSegment =
      values.length > 0 &&
      values.length <= MOST_SEGMENTS &&
      !numbersIn({ header, values }) &&
      values.some((value) => !saysNothing(value));
    if (!isSegment || dimensions >= MOST_DIMENSIONS || taken.has(`of ${header}`)) return { column, target: 'ignore' };
    dimensions += 1;
    taken.add(`of ${header}`);
    return { column, target: 'segment', dimension: header.slice(0, 100) };
  };
  let dimensions = 0;
  const mapped = columns.map(targetOf);
  const has = (target: MappedColumn['target']) => mapped.some((one) => one.target === target);
  // Without a column of values there is nothing that rows could hold one each of.
  const perMetric = has('metric') || !has('value');
  const shape = has('period') ? 'column_per_period' : perMetric ? 'column_per_metric' : 'row_per_observation';
  // What has no place in the shape is left out: a mapping that says too much would be refused.
  const fitting = mapped.map((one): MappedColumn => {
    const misplaced =
      (shape === 'column_per_metric' && ['metric_name', 'value', 'n'].includes(one.target)) ||
      (shape === 'column_per_period' && ['metric', 'value', 'n', 'time'].includes(one.target));
    return misplaced ? { column: one.column, target: 'ignore' } : one;
  });
  const rated = fitting.some(
    ({ metricId }) => metricId && metrics.get(metricId)!.versions.some(({ scaleMinimum }) => scaleMinimum !== null),
  );
  const identity = has('key') ? 'key' : rated ? 'row' : 'slot';
  return { shape, identity, columns: fitting };
}
