import fc from 'fast-check';
import { nile } from '../reference/nile.factory.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { changePointMultiple } from './change-point-multiple.js';

/** Optimal partitioning without any pruning: every start of every segment. */
function bestCost(values: number[], penalty: number, minSegment: number): number {
  const squares = (start: number, end: number) => {
    const list = values.slice(start, end);
    const mean = list.reduce((a, b) => a + b, 0) / list.length;
    return list.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  };
  const cost = [-penalty];
  for (let end = 1; end <= values.length; end += 1) {
    cost[end] = Infinity;
    for (let start = 0; start <= end - minSegment; start += 1) {
      cost[end] = Math.min(cost[end]!, cost[start]! + squares(start, end) + penalty);
    }
  }
  return cost[values.length]!;
}

describe('changePointMultiple', () => {
  // R strucchange breakpoints(Nile ~ 1, h = 10): the least RSS for each number of breaks. A penalty between the gains of
  // two steps selects the number of breaks between them.
  it.each([
    [1500000, [], 2835156.75],
    [100000, [28], 1597457.194444444],
    [40000, [28, 83], 1552923.615775401],
    [30000, [18, 28, 83], 1522739.576886512],
    [20000, [18, 28, 58, 68, 83], 1476549.140522876],
  ])('segments the Nile flow at penalty %d as strucchange does', (penalty, changepoints, sse) => {
    const result = changePointMultiple({ values: nile, penalty, minSegment: 10 });
    expect(result.changepoints).toEqual(changepoints);
    expectClose(result.cost, sse + penalty * changepoints.length);
    expect(result.means).toHaveLength(changepoints.length + 1);
  });

  it('finds every segmentation that is no worse than any other', () => {
    const values = fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (list, penalty, minSegment) => {
          fc.pre(list.length >= minSegment);
          const { cost, changepoints, means } = changePointMultiple({ values: list, penalty, minSegment });
          expect(cost).toBeCloseTo(bestCost(list, penalty, minSegment), 7);
          expect(means).toHaveLength(changepoints.length + 1);
          const bounds = [0, ...changepoints, list.length];
          bounds.slice(1).forEach((end, i) => expect(end - bounds[i]!).toBeGreaterThanOrEqual(minSegment));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes every jump when a change-point costs nothing', () => {
    expect(changePointMultiple({ values: [1, 2, 3], penalty: 0, minSegment: 1 })).toEqual({
      changepoints: [1, 2],
      cost: 0,
      means: [1, 2, 3],
    });
    expect(changePointMultiple({ values: [0.1, 0.1, 0.1], penalty: 0, minSegment: 1 }).changepoints).toEqual([]);
  });

  it('drops missing values and counts places in the series as given', () => {
    const result = changePointMultiple({ values: [1, null, 1, 1, null, 9, 9], penalty: 1 });
    expect(result).toEqual({ changepoints: [5], cost: 1, means: [1, 9] });
  });

  it('is empty without values, and one segment when there are too few for two', () => {
    expect(changePointMultiple({ values: [], penalty: 1 })).toEqual({ changepoints: [], cost: null, means: [] });
    expect(changePointMultiple({ values: [null], penalty: 1 })).toEqual({ changepoints: [], cost: null, means: [] });
    expect(changePointMultiple({ values: [1, 3], penalty: 0, minSegment: 5 })).toEqual({
      changepoints: [],
      cost: 2,
      means: [2],
    });
  });

  it('does not depend on the level of the series', () => {
    const far = changePointMultiple({ values: nile.map((flow) => flow + 1e9), penalty: 40000, minSegment: 10 });
    expect(far.changepoints).toEqual([28, 83]);
  });

  it('refuses a negative penalty', () => {
    expect(() => changePointMultiple({ values: [1], penalty: -1 })).toThrow(
      /penalty must be a finite number of at least 0/,
    );
    expect(() => changePointMultiple({ values: [1], penalty: 1, minSegment: 1.5 })).toThrow(/minSegment/);
  });
});
