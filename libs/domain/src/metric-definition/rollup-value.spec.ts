import { csat, nps } from '@touchstone/metrics';
import fc from 'fast-check';
import { AGGREGATIONS, valueOfRollup } from './index.js';

const rollup = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  minimum: Math.min(...values),
  maximum: Math.max(...values),
  lastValue: values.at(-1) as number,
  counts: values.reduce<Record<string, number>>((all, value) => ({ ...all, [value]: (all[value] ?? 0) + 1 }), {}),
});

describe('the value of a roll-up', () => {
  it.each([
    ['mean', 3],
    ['ces', 3],
    ['rate', 3],
    ['share', 300],
    ['sum', 12],
    ['minimum', 1],
    ['maximum', 5],
    ['last', 2],
    ['formula', null],
  ] as const)('counted as %s is %p', (aggregation, value) => {
    expect(valueOfRollup(aggregation, null, rollup([1, 4, 5, 2]))).toBe(value);
  });

  it('is what the measures give for the ratings themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 1 }), (scores) => {
        expect(valueOfRollup('nps', 10, rollup(scores))).toBeCloseTo(nps({ scores }).nps as number, 9);
        const ratings = scores.map((score) => 1 + (score % 5));
        expect(valueOfRollup('csat', 5, rollup(ratings))).toBeCloseTo(csat({ ratings }).csat as number, 9);
      }),
    );
  });

  it('is none where there is nothing to count', () => {
    const empty = { n: 0, sum: 0, minimum: 0, maximum: 0, lastValue: 0, counts: null };
    const counting = AGGREGATIONS.filter((each) => !['sum', 'minimum', 'maximum', 'last'].includes(each));
    expect(counting.map((each) => valueOfRollup(each, 5, empty))).toEqual(counting.map(() => null));
  });
});
