import type { MappedMetric } from './mapped-metrics.js';
import type { ObservationMapping } from './observation-mapping.js';

type Shape = ObservationMapping['shape'];

const MOST_METRICS = 30;
const HEADINGS = {
  en: {
    key: 'id',
    time: 'date',
    metric: 'metric',
    value: 'value',
    whole: 'n',
    segments: ['customer type', 'region'],
    metrics: ['ease of booking', 'friendliness', 'waiting time (minutes)'],
    name: 'observations',
  },
  'zh-CN': {
    key: '编号',
    time: '日期',
    metric: '指标',
    value: '数值',
    whole: '总数',
    segments: ['客户类型', '地区'],
    metrics: ['预订便捷度', '服务态度', '等待时长（分钟）'],
    name: '观测数据',
  },
};

/**
 * The headings of a file that is understood without anybody saying what its columns hold. Headings alone: a row of examples
 * would sooner or later be imported as if somebody had seen it.
 */
export function observationTemplate(
  shape: Shape,
  metrics: readonly MappedMetric[],
  locale: string,
  year: number,
): { name: string; headings: string[] } {
  const words = HEADINGS[locale.startsWith('zh') ? 'zh-CN' : 'en'];
  const known = metrics
    .filter(({ versions }) => versions.at(-1)!.aggregation !== 'formula')
    .slice(0, MOST_METRICS)
    .map(({ name }) => name);
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  const headings = {
    column_per_metric: [words.key, words.time, ...words.segments, ...(known.length > 0 ? known : words.metrics)],
    row_per_observation: [words.key, words.time, words.metric, words.value, words.whole, ...words.segments],
    column_per_period: [words.metric, ...words.segments, ...months],
  };
  return { name: `${words.name}.csv`, headings: headings[shape] };
}
