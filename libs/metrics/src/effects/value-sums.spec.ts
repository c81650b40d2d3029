import fc from 'fast-check';
import { meanInterval } from './mean-interval.js';
import { mergeValueSums, valueSums } from './value-sums.js';

const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 }), fc.constant(null));
const values = fc.array(value, { maxLength: 20 });

describe('value sums', () => {
  it('add up to exactly the sums of all values, in any order of merging', () => {
    fc.assert(
      fc.property(values, values, values, (x, y, z) => {
        const [a, b, c] = [x, y, z].map((part) => valueSums({ values: part })) as [never, never, never];
        const all = valueSums({ values: [...x, ...y, ...z] });
        expect(mergeValueSums({ a: mergeValueSums({ a, b }), b: c })).toEqual(all);
        expect(mergeValueSums({ a: c, b: mergeValueSums({ a: b, b: a }) })).toEqual(all);
      }),
    );
  });

  it('give the mean and variance of all values, to the last bit', () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const sums = mergeValueSums({ a: valueSums({ values: x }), b: valueSums({ values: y }) });
        expect(meanInterval({ sums })).toEqual(meanInterval({ values: [...x, ...y] }));
      }),
    );
  });

  it('survive storage as JSON', () => {
    const sums = valueSums({ values: [0.1, 1e100, -1e-300, 5e-324] });
    expect(JSON.parse(JSON.stringify(sums))).toEqual(sums);
  });

  it('lose nothing where doubles would', () => {
    const sums = valueSums({ values: [1e16, 1, -1e16] });
    expect(sums.sum).toEqual({ digits: '1', exponent: 0 });
    expect(meanInterval({ values: [1e100, 1, -1e100] }).mean).toBe(1 / 3);
    expect(meanInterval({ values: [5e-324, 5e-324] }).mean).toBe(5e-324);
  });

  it('refuse sums that no values have', () => {
    const sums = valueSums({ values: [1, 2] });
    expect(() => meanInterval({ sums: { ...sums, n: 1 } })).toThrow(/sums.sumSq must be at least/);
    expect(() => meanInterval({ sums: { ...sums, n: -1 } })).toThrow(/sums.n must be an integer/);
    expect(() => mergeValueSums({ a: sums, b: { ...sums, sum: { digits: '1.5', exponent: 0 } } })).toThrow(
      /b.sum.digits/,
    );
    expect(() => meanInterval({ sums, values: [1] } as never)).toThrow(/both/);
    expect(() => meanInterval({ sums: { ...sums, sum: { digits: '1', exponent: 400 } } })).toThrow(/sums.sum must be/);
    expect(() => meanInterval({ sums: { ...sums, sumSq: { digits: '1', exponent: 900 } } })).toThrow(/sums.sumSq/);
  });
});
