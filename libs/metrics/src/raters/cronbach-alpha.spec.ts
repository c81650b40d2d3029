import fc from 'fast-check';
import { attitude } from '../reference/attitude.factory.js';
import { cronbachAlpha } from './cronbach-alpha.js';

const table = (columns: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: columns, maxLength: columns }), {
    minLength: 3,
    maxLength: 25,
  });

describe('cronbachAlpha', () => {
  // R: psych::alpha(attitude) prints raw_alpha 0.84, std.alpha 0.84, and per dropped item 0.81 0.80 0.83 0.80 0.80
  // 0.86 0.84. The further digits: the same covariance formula in NumPy 2.4.
  it('gives what psych documents for the attitude data', () => {
    const result = cronbachAlpha({ data: attitude });
    expect(result.alpha).toBeCloseTo(0.8431427695647598, 13);
    expect(result.standardized).toBeCloseTo(0.8390838030295105, 13);
    expect(result.alphaIfDeleted.map((alpha) => alpha!.toFixed(2))).toEqual(
      '0.81 0.80 0.83 0.80 0.80 0.86 0.84'.split(' '),
    );
    expect(result.itemRestCorrelation[5]).toBeCloseTo(0.265034339196676, 13);
    expect(result).toMatchObject({ k: 7, nUsed: 30, nTotal: 30 });
  });

  it('drops incomplete rows, or uses what each pair of items has', () => {
    const data = [
      [1, 2, 1],
      [2, 2, 3],
      [3, 4, null],
      [4, 5, 5],
      [null, 3, 2],
      [null, null, null],
    ];
    expect(cronbachAlpha({ data })).toMatchObject({ nUsed: 3, nTotal: 6 });
    const pairwise = cronbachAlpha({ data, missing: 'pairwise' });
    // By hand, covariances of the rows that both items have: c11 5/3, c22 17/10, c33 35/12, c12 11/6, c13 3, c23 2.
    const trace = 5 / 3 + 17 / 10 + 35 / 12;
    const total = trace + 2 * (11 / 6 + 3 + 2);
    expect(pairwise.alpha).toBeCloseTo(1.5 * (1 - trace / total), 13);
    expect(pairwise.nUsed).toBe(5);
    expect(pairwise.itemRestCorrelation).toEqual([null, null, null]);
    const complete = data.filter((row) => row.every((x) => x !== null));
    expect(cronbachAlpha({ data: complete, missing: 'pairwise' }).alpha).toBeCloseTo(
      cronbachAlpha({ data }).alpha!,
      13,
    );
  });

  it('turns reversed items around', () => {
    const reversed = attitude.map((row) => row.map((x, j) => (j === 2 ? 100 - x : x)));
    const scale = { scaleMin: 0, scaleMax: 100 };
    expect(cronbachAlpha({ data: reversed, reversedItems: [2], ...scale }).alpha).toBeCloseTo(0.8431427695647598, 13);
    expect(cronbachAlpha({ data: reversed }).alpha).toBeLessThan(0.7);
  });

  it('reports negative values', () => {
    expect(
      cronbachAlpha({
        data: [
          [1, 4],
          [2, 3],
          [3, 3],
          [4, 1],
        ],
      }).alpha,
    ).toBeLessThan(-1);
  });

  it('counts a constant item, which cannot be standardised', () => {
    const { alpha, standardized, itemRestCorrelation } = cronbachAlpha({
      data: [
        [1, 0.1, 2],
        [2, 0.1, 2],
        [3, 0.1, 4],
      ],
    });
    // Variances 1, 0, 4/3 and covariance 1: α = 3/2·(1 − (7/3)/(13/3)).
    expect(alpha).toBeCloseTo(1.5 * (6 / 13), 13);
    expect(standardized).toBeNull();
    expect(itemRestCorrelation[1]).toBeNull();
  });

  it('has no value for one item, one respondent, no variance, or totals that do not vary', () => {
    expect(cronbachAlpha({ data: [[1], [2]] })).toMatchObject({ alpha: null, k: 1, alphaIfDeleted: [null] });
    expect(cronbachAlpha({ data: [[1, 2]] })).toMatchObject({ alpha: null, nUsed: 1 });
    expect(
      cronbachAlpha({
        data: [
          [2, 2],
          [2, 2],
        ],
      }),
    ).toMatchObject({ alpha: null, standardized: null });
    expect(
      cronbachAlpha({
        data: [
          [0.1, 0.9],
          [0.2, 0.8],
          [0.4, 0.6],
        ],
      }),
    ).toMatchObject({ alpha: null, standardized: null });
    expect(
      cronbachAlpha({
        data: [
          [1, null],
          [2, null],
        ],
        missing: 'pairwise',
      }),
    ).toMatchObject({ alpha: null, nUsed: 2 });
    expect(cronbachAlpha({ data: [] })).toEqual({
      alpha: null,
      standardized: null,
      k: 0,
      nUsed: 0,
      nTotal: 0,
      alphaIfDeleted: [],
      itemRestCorrelation: [],
    });
  });

  it('has an alpha without the item that nobody answered, where pairs are used', () => {
    const answered = [
      [1, 2, 3],
      [2, 2, 4],
      [3, 5, 4],
      [4, 4, 5],
    ];
    const data = answered.map(([a, b, c]) => [a!, b!, null, c!]);
    const result = cronbachAlpha({ data, missing: 'pairwise' });
    expect(result.alpha).toBeNull();
    expect(result.alphaIfDeleted.map((alpha) => alpha === null)).toEqual([true, true, false, true]);
    expect(result.alphaIfDeleted[2]).toBeCloseTo(cronbachAlpha({ data: answered }).alpha!, 14);
  });

  it('takes reversed items before anybody has answered', () => {
    expect(cronbachAlpha({ data: [], reversedItems: [2], scaleMin: 1, scaleMax: 5 }).alpha).toBeNull();
  });

  it('has no alpha without an item where only one would remain', () => {
    expect(
      cronbachAlpha({
        data: [
          [1, 2],
          [2, 2],
          [3, 4],
        ],
      }).alphaIfDeleted,
    ).toEqual([null, null]);
  });

  it.each([
    [{ data: [[1, 2], [1]] }, RangeError, /data\[1\] must have 2 entries/],
    [{ data: [[1, NaN]] }, RangeError, /data\[0\]\[1\]/],
    [{ data: [[1, 8]], scaleMin: 1, scaleMax: 7 }, RangeError, /data\[0\]\[1\] must be a finite number from 1 to 7/],
    [{ data: [[1, 2]], missing: 'casewise' }, RangeError, /missing must be one of/],
    [{ data: [[1, 2]], reversedItems: [2], scaleMin: 1, scaleMax: 7 }, RangeError, /reversedItems\[0\]/],
    [{ data: [[1, 2]], reversedItems: [0] }, TypeError, /scaleMin and scaleMax/],
    [{ data: [[1, 2]], scaleMin: 7, scaleMax: 1 }, RangeError, /scaleMax/],
  ])('refuses %j', (input, kind, message) => {
    expect(() => cronbachAlpha(input as never)).toThrow(kind);
    expect(() => cronbachAlpha(input as never)).toThrow(message);
  });

  it('is at most 1 and does not change with order, shift or a common scale', () => {
    fc.assert(
      fc.property(table(4), fc.integer({ min: -100, max: 100 }), fc.constantFrom(-2, 0.25, 3), (data, shift, scale) => {
        const { alpha, standardized } = cronbachAlpha({ data });
        const moved = cronbachAlpha({
          data: data.toReversed().map((row) => row.toReversed().map((x) => shift + scale * x)),
        });
        if (alpha === null) return expect(moved.alpha).toBeNull();
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        // A total that hardly varies gives a large alpha, and its rounding errors with it.
        expect(Math.abs(moved.alpha! - alpha)).toBeLessThan(1e-9 * (1 + alpha * alpha));
        if (standardized === null) return expect(moved.standardized).toBeNull();
        expect(Math.abs(moved.standardized! - standardized)).toBeLessThan(1e-9 * (1 + standardized * standardized));
      }),
    );
  });
});
