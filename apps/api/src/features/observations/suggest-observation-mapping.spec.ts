import type { MappedMetric, ObservationContext } from './mapped-metrics.js';
import { columnsOfOthers, suggestObservationMapping } from './suggest-observation-mapping.js';

const metric = (id: string, name: string, aggregation: string): [string, MappedMetric] => [
  id,
  {
    ...{ id, key: id, name, team: null },
    versions: [
      { validFrom: '2026-01-01', aggregation, unit: '%', scaleMinimum: null, scaleMaximum: null, notApplicable: null },
    ],
  },
];
const context: ObservationContext = {
  timeZone: 'UTC',
  weekStart: 1,
  metrics: new Map([metric('m1', 'Satisfaction', 'share'), metric('m2', 'Recommended', 'mean')]),
  ofOthers: new Map([metric('m3', 'Page load', 'mean')]),
};
const suggested = (header: string, ...values: string[]) =>
  suggestObservationMapping(
    [
      { header: 'id', values: ['1', '2'] },
      { header, values },
    ],
    context,
    'en',
  ).columns[1];

describe('what the columns of a file hold, as far as their names and cells tell', () => {
  it('reads the words of a share in the next file as in the one it was made from', () => {
    expect(suggested('satisfaction', 'neutral or dissatisfied', 'satisfied', 'NA')).toEqual({
      ...{ column: 1, target: 'metric', metricId: 'm1' },
      words: { 'neutral or dissatisfied': 0, satisfied: 1 },
    });
  });
  it('leaves words alone that it cannot tell, and those of metrics that are no share', () => {
    expect(suggested('satisfaction', 'satisfied', 'dissatisfied', 'neither')).not.toHaveProperty('words');
    expect(suggested('satisfaction', '1', '0')).not.toHaveProperty('words');
    expect(suggested('recommended', 'yes', 'not')).not.toHaveProperty('words');
  });
  it('sees a column per month or quarter under headings as people write them', () => {
    for (const headings of [
      ['Jan 2026', 'Feb 2026', 'Mar 2026'],
      ['2026年1月', '2026年2月', '2026年3月'],
      ['01/2026', '02/2026', '03/2026'],
      ['Q1 2026', 'Q2 2026', 'Q3 2026'],
    ]) {
      const columns = ['metric', ...headings].map((header) => ({ header, values: ['1', '2'] }));
      const mapping = suggestObservationMapping(columns, context, 'zh-CN');
      expect(mapping.shape).toBe('column_per_period');
      expect(mapping.columns.map(({ target }) => target)).toEqual(['metric_name', 'period', 'period', 'period']);
    }
  });
  it('leaves out, and names, what is a metric of others', () => {
    const columns = ['satisfaction', 'Page load (ms)', 'M3'].map((header) => ({ header, values: ['slow', 'fast'] }));
    expect(suggestObservationMapping(columns, context, 'en').columns.map(({ target }) => target)).toEqual([
      ...['metric', 'ignore', 'ignore'],
    ]);
    expect([...columnsOfOthers(columns, context, 'en').keys()]).toEqual([1, 2]);
  });
});
