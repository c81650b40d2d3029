import fc from 'fast-check';
import { cusum } from './cusum.js';

describe('cusum', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.3: target 325, k 0.3175, h 4.1959; the table gives two decimals.
  it('gives the sums of the NIST example', () => {
    const values = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325,
      327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
    ];
    const { high, low, signals } = cusum({ values, target: 325, k: 0.3175, h: 4.1959 });
    const published = [0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16, 19.04];
    high.forEach((sum, i) => expect(Math.abs(sum - published[i]!)).toBeLessThan(0.0101));
    const publishedLow = [0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    low.forEach((sum, i) => expect(Math.abs(sum - publishedLow[i]!)).toBeLessThan(0.0101));
    expect(signals).toEqual([13, 14, 15, 16, 17, 18, 19]);
  });

  // Montgomery, Introduction to Statistical Quality Control, tabular CUSUM example: target 10, k 0.5, h 5; the upper
  // sum passes 5 at the 29th observation with 5.28.
  it('gives the first signal of Montgomery’s example', () => {
    const values = [
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
      10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ];
    const { high, signals } = cusum({ values, target: 10, k: 0.5, h: 5 });
    expect(signals).toEqual([28, 29]);
    expect(high[28]).toBeCloseTo(5.28, 10);
    expect(high[29]).toBeCloseTo(5.3, 10);
  });

  it('carries both sums over a missing value and starts from 0', () => {
    expect(cusum({ values: [null, 3, null], target: 0, k: 1, h: 1 })).toEqual({
      high: [0, 2, 2],
      low: [0, 0, 0],
      signals: [1, 2],
    });
    expect(cusum({ values: [], target: 0, k: 1, h: 1 })).toEqual({ high: [], low: [], signals: [] });
    expect(cusum({ values: [2], target: 0, k: 1, h: 1 }).signals).toEqual([]);
  });

  it('mirrors high and low, never falls below 0, and sees nothing in a constant at the target', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 })),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        (values, target) => {
          const result = cusum({ values, target: 0, k: 0.5, h: 4 });
          const mirrored = cusum({ values: values.map((v) => -v), target: 0, k: 0.5, h: 4 });
          expect(mirrored).toEqual({ high: result.low, low: result.high, signals: result.signals });
          expect([...result.high, ...result.low].every((sum) => sum >= 0)).toBe(true);
          expect(cusum({ values: values.map(() => target), target, k: 0, h: 0 }).signals).toEqual([]);
        },
      ),
    );
  });

  it('refuses a negative allowance and values that are no numbers', () => {
    expect(() => cusum({ values: [1], target: 0, k: -1, h: 1 })).toThrow(/k must be a finite number of at least 0/);
    expect(() => cusum({ values: [1], target: NaN, k: 1, h: 1 })).toThrow(/target/);
    expect(() => cusum({ values: [Infinity], target: 0, k: 1, h: 1 })).toThrow(/values\[0\]/);
  });
});
