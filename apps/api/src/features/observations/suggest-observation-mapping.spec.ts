import type { MappedMetric, ObservationContext } from './mapped-metrics.js';
import { suggestObservationMapping } from './suggest-observation-mapping.js';

const metric = (id: string, name: string, aggregation: string): [string, MappedMetric] => [
  id,
  {
    ...{ id, key: id, name },
    versions: [
      { validFrom: '2026-01-01', aggregation, unit: '%', scaleMinimum: null, scaleMaximum: null, notApplicable: null },
    ],
  },
];
const context: ObservationContext = {
  timeZone: 'UTC',
  weekStart: 1,
  metrics: new Map([metric('m1', 'Satisfaction', 'share'), metric('m2', 'Recommended', 'mean')]),
};
const suggested = (header: string, ...values: string[]) =>
  suggestObservationMapping(
    [
      { header: 'id', values: ['1', '2'] },
      { header, values },
    ],
    context,
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
});
