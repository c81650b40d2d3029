import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { pChart } from './p-chart.js';

// NIST/SEMATECH e-Handbook 6.3.3.2 (wafers), the numbers of Montgomery's orange juice cans: 30 samples of 50.
const counts = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
];
const sizes = counts.map(() => 50);

const subgroup = fc
  .integer({ min: 0, max: 200 })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));

describe('pChart', () => {
  it('gives the published centre line, limits and signals', () => {
    const result = pChart({ counts, sizes });
    expectClose(result.center, 347 / 1500);
    expect([result.center, result.upper[0], result.lower[0]].map((v) => v!.toFixed(4))).toEqual([
      '0.2313',
      '0.4102',
      '0.0524',
    ]);
    expect(result.signals).toEqual([14, 22]);
  });

  it('pools counts and sizes, and gives each subgroup its own limits', () => {
    const result = pChart({ counts: [1, 90], sizes: [10, 100] });
    expectClose(result.center, 91 / 110);
    const p = 91 / 110;
    expectClose(result.lower, [p - 3 * Math.sqrt((p * (1 - p)) / 10), p - 3 * Math.sqrt((p * (1 - p)) / 100)]);
    expect(result.upper[0]).toBe(1);
    expect(result.signals).toEqual([0]);
  });

  it('has no point for an empty or missing subgroup', () => {
    const result = pChart({ counts: [1, 0, null, 3], sizes: [10, 0, 10, 10] });
    expect(result).toMatchObject({ center: 0.2, points: [0.1, null, null, 0.3] });
    expect(result.upper[1]).toBeNull();
    expect(pChart({ counts: [], sizes: [] })).toEqual({ center: null, points: [], upper: [], lower: [], signals: [] });
    expect(pChart({ counts: [0, 9], sizes: [0, 9], baselineCount: 1 })).toMatchObject({
      center: null,
      upper: [null, null],
      signals: [],
    });
  });

  it('sees nothing when every proportion is the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }),
        (share, scales) => {
          const result = pChart({
            counts: scales.map((scale) => share * scale),
            sizes: scales.map((scale) => 7 * scale),
          });
          expect(result.signals).toEqual([]);
        },
      ),
    );
  });

  it('does not move frozen limits, and keeps limits inside [0, 1]', () => {
    fc.assert(
      fc.property(fc.array(subgroup, { minLength: 1 }), fc.array(subgroup), (first, later) => {
        const chart = (rows: [number, number][]) =>
          pChart({ counts: rows.map(([c]) => c), sizes: rows.map(([, n]) => n), baselineCount: first.length });
        const before = chart(first);
        const after = chart([...first, ...later]);
        expect(after.center).toBe(before.center);
        expect(after.upper.slice(0, first.length)).toEqual(before.upper);
        expect(after.lower.every((limit) => limit === null || limit >= 0)).toBe(true);
        expect(after.upper.every((limit) => limit === null || limit <= 1)).toBe(true);
      }),
    );
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a negative count', () => pChart({ counts: [-1], sizes: [5] }), /counts\[0\] must be an integer from 0/],
    ['half an item', () => pChart({ counts: [1.5], sizes: [5] }), /counts\[0\]/],
    [
      'more than there are',
      () => pChart({ counts: [1, 6], sizes: [5, 5] }),
      /counts\[1\] must be an integer from 0 to sizes\[1\] \(5\), got 6/,
    ],
    ['a negative size', () => pChart({ counts: [0], sizes: [-5] }), /sizes\[0\]/],
    ['unequal lengths', () => pChart({ counts: [1], sizes: [5, 5] }), /sizes must have as many entries as counts/],
    ['a fractional baseline', () => pChart({ counts: [1], sizes: [5], baselineCount: 1.5 }), /baselineCount/],
  ])('refuses %s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
