import fc from 'fast-check';
import { uChart } from './u-chart.js';

describe('uChart', () => {
  // Montgomery, Introduction to Statistical Quality Control: nonconformities in 20 samples of 5 personal computers.
  it('gives the published u chart', () => {
    const counts = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5];
    const result = uChart({ counts, sizes: counts.map(() => 5) });
    expect([result.center, result.upper[0], result.lower[0]].map((v) => v!.toFixed(2))).toEqual([
      '1.93',
      '3.79',
      '0.07',
    ]);
    expect(result.signals).toEqual([]);
  });

  // NIST/SEMATECH e-Handbook 6.3.3.1: defects on 25 wafers; centre 16, limits 28 and 4, the 24th wafer outside.
  it('gives the published c chart when every size is 1', () => {
    const counts = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13];
    const result = uChart({ counts, sizes: counts.map(() => 1) });
    expect(result.center).toBe(16);
    expect(result.upper[0]).toBe(28);
    expect(result.lower[0]).toBe(4);
    expect(result.signals).toEqual([23]);
  });

  it('takes fractions of a unit, clips at 0 and has no point for no unit', () => {
    const result = uChart({ counts: [1, 0, null], sizes: [0.5, 0, 2] });
    expect(result).toEqual({
      center: 2,
      points: [2, null, null],
      upper: [8, null, 5],
      lower: [0, null, 0],
      signals: [],
    });
    expect(uChart({ counts: [], sizes: [] })).toEqual({ center: null, points: [], upper: [], lower: [], signals: [] });
  });

  it('sees nothing in a constant rate, and keeps frozen limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2 }),
        (rate, sizes) => {
          const counts = sizes.map((size) => rate * size);
          expect(uChart({ counts, sizes }).signals).toEqual([]);
          const frozen = uChart({ counts: [...counts, 5], sizes: [...sizes, 1], baselineCount: sizes.length });
          expect(frozen.center).toBe(rate);
        },
      ),
    );
  });

  it.each<[string, () => unknown, RegExp]>([
    ['events in no unit', () => uChart({ counts: [1], sizes: [0] }), /counts\[0\]/],
    ['a negative count', () => uChart({ counts: [-1], sizes: [1] }), /counts\[0\]/],
    ['text', () => uChart({ counts: [1], sizes: ['1' as unknown as number] }), /sizes\[0\]/],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
