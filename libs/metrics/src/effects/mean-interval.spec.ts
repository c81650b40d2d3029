import fc from 'fast-check';
import { meanInterval } from './mean-interval.js';

describe('meanInterval', () => {
  // R: t.test(sleep$extra[sleep$group == 1]) prints mean 0.75 and -0.5297804 2.0297804.
  it('gives the interval of R for the sleep data', () => {
    const result = meanInterval({ values: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2] });
    expect(result.mean).toBeCloseTo(0.75, 14);
    expect(result.lower).toBeCloseTo(-0.5297804, 7);
    expect(result.upper).toBeCloseTo(2.0297804, 7);
  });

  // NIST StRD univariate: NumAcc4 is 10000000.2, then 500 pairs 10000000.1, 10000000.3; certified mean 10000000.2, sd 0.1.
  it('meets the certified values of NIST NumAcc4', () => {
    const values = [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 ? 10000000.3 : 10000000.1))];
    const { mean, sd } = meanInterval({ values });
    // The decimals are not exact in binary: near 1e7 doubles are 2e-9 apart, and no program can get nearer than that.
    expect(Math.abs(mean! - 10000000.2)).toBeLessThan(4e-9);
    expect(Math.abs(sd! - 0.1)).toBeLessThan(4e-9);
  });

  // NIST StRD univariate: NumAcc1, certified mean 10000002 and sd 1.
  it('meets the certified values of NIST NumAcc1 exactly', () => {
    expect(meanInterval({ values: [10000001, 10000003, 10000002] })).toMatchObject({ mean: 10000002, sd: 1 });
  });

  it('has a mean but no interval for one value, and nothing for none', () => {
    const none = { variance: null, sd: null, se: null, lower: null, upper: null };
    expect(meanInterval({ values: [null, 4] })).toEqual({ n: 1, missing: 1, mean: 4, ...none });
    expect(meanInterval({ values: [null] })).toEqual({ n: 0, missing: 1, mean: null, ...none });
    expect(meanInterval({ values: [] })).toEqual({ n: 0, missing: 0, mean: null, ...none });
  });

  it('knows a constant sample for what it is', () => {
    const { mean, sd, lower, upper } = meanInterval({ values: [0.1, 0.1, 0.1] });
    expect([mean, sd, lower, upper]).toEqual([0.1, 0, 0.1, 0.1]);
  });

  it('refuses what is not a number', () => {
    expect(() => meanInterval({ values: [1, Infinity] })).toThrow(/values\[1\]/);
    expect(() => meanInterval({ values: ['1' as unknown as number] })).toThrow(TypeError);
  });

  it('does not depend on the order and moves with a shift', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), fc.integer(), (values, seed) => {
        const turned = values.map((_, i) => values[(i + Math.abs(seed)) % values.length]!);
        expect(meanInterval({ values: turned }).mean).toBe(meanInterval({ values }).mean);
        const shifted = meanInterval({ values: values.map((value) => value + 500) });
        expect(shifted.sd).toBeCloseTo(meanInterval({ values }).sd!, 9);
      }),
    );
  });
});
