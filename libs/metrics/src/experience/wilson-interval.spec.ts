import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval.js';

describe('wilsonInterval', () => {
  // Newcombe (1998) Statistics in Medicine 17:857-872, Table I, method 3 (four decimals as printed there).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i as published', (successes, n, lower, upper) => {
    const result = wilsonInterval({ successes, n });
    expect(result.lower).toBeCloseTo(lower, 4);
    expect(result.upper).toBeCloseTo(upper, 4);
  });

  it('keeps double precision', () => {
    // Evaluated with SciPy 1.17's normal quantile; R prop.test(15, 148, correct = FALSE) prints the same seven digits.
    const { lower, upper } = wilsonInterval({ successes: 15, n: 148 });
    expect(lower).toBeCloseTo(0.0623863995307363, 14);
    expect(upper).toBeCloseTo(0.16048724172330803, 14);
  });

  it('ends exactly at 0 and 1, and has no value without observations', () => {
    expect(wilsonInterval({ successes: 0, n: 7 }).lower).toBe(0);
    expect(wilsonInterval({ successes: 7, n: 7 }).upper).toBe(1);
    expect(wilsonInterval({ successes: 0, n: 0 })).toEqual({ proportion: null, lower: null, upper: null });
  });

  it.each([
    [{ successes: 3, n: 2 }, /successes must be an integer from 0 to 2, got 3/],
    [{ successes: -1, n: 2 }, /successes/],
    [{ successes: 0.5, n: 2 }, /successes/],
    [{ successes: 0, n: NaN }, /^n must be an integer/],
    [{ successes: 0, n: 2, confidence: 95 }, /confidence/],
  ])('refuses %j', (input, message) => {
    expect(() => wilsonInterval(input)).toThrow(message);
    expect(() => wilsonInterval(input)).toThrow(RangeError);
  });

  it('contains the proportion, stays inside 0 to 1 and mirrors for the failures', () => {
    const sample = fc
      .nat({ max: 1e6 })
      .chain((n) =>
        fc.tuple(fc.nat({ max: n }), fc.constant(n + 1), fc.double({ min: 0.01, max: 0.999, noNaN: true })),
      );
    fc.assert(
      fc.property(sample, ([successes, n, confidence]) => {
        const { proportion, lower, upper } = wilsonInterval({ successes, n, confidence });
        const mirrored = wilsonInterval({ successes: n - successes, n, confidence });
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(proportion!);
        expect(upper).toBeGreaterThanOrEqual(proportion!);
        expect(upper).toBeLessThanOrEqual(1);
        expect(mirrored.lower).toBeCloseTo(1 - upper!, 12);
      }),
    );
  });
});
