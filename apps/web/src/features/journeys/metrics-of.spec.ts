import type { JourneyMetricFieldsFragment } from './journey-map.generated.js';
import { metricsOfMap, targetsMet } from './metrics-of.js';

describe('the numbers of a map', () => {
  it('are found by their ids, in the order asked, without those that are gone', () => {
    const metrics = [{ id: 'a' }, { id: 'b' }] as JourneyMetricFieldsFragment[];
    expect(metricsOfMap(metrics)(['b', 'gone', 'a']).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('count as met among those that have a target', () => {
    const of = (...statuses: ('MET' | 'NOT_MET' | 'NO_DATA' | 'NO_TARGET')[]) =>
      targetsMet(statuses.map((status) => ({ status })));
    expect(of('MET', 'NOT_MET', 'NO_DATA', 'NO_TARGET')).toEqual({ met: 1, judged: 3 });
    expect(of('NO_TARGET')).toEqual({ met: 0, judged: 0 });
  });
});
