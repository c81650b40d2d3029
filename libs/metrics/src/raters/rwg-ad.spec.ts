import fc from 'fast-check';
import { rwgAd } from './rwg-ad.js';

describe('rwgAd', () => {
  // Worked by hand in fractions: A = 5, so the uniform variance is (25 − 1)/12 = 2 (James et al. 1984).
  it('follows the formula of James, Demaree & Wolf', () => {
    const result = rwgAd({
      ratings: [
        [4, 5],
        [4, 4],
        [5, 3],
      ],
      categories: 5,
    });
    expect(result.rwg[0]).toBeCloseTo(1 - 1 / 3 / 2, 14);
    expect(result.rwg[1]).toBeCloseTo(1 - 1 / 2, 14);
    expect(result.meanVariance).toBeCloseTo(2 / 3, 14);
    expect(result.rwgJ).toBeCloseTo((2 * (2 / 3)) / (2 * (2 / 3) + 1 / 3), 14);
    expect(result.adM).toBeCloseTo((4 / 9 + 2 / 3) / 2, 14);
    expect(result.adMd).toBeCloseTo((1 / 3 + 2 / 3) / 2, 14);
  });

  // A mean variance of .20 against the uniform 2 is r_wg = .90 for one item, and 9/(9 + .1) = .989 for ten.
  it('steps up over items as Spearman-Brown does', () => {
    const members = Array.from({ length: 5 }, (_, i) => Array.from({ length: 10 }, () => (i === 0 ? 4 : 3)));
    const { rwg, rwgJ, meanVariance } = rwgAd({ ratings: members, categories: 5 });
    expect(meanVariance).toBeCloseTo(0.2, 14);
    expect(rwg[9]).toBeCloseTo(0.9, 14);
    expect(rwgJ).toBeCloseTo(9 / 9.1, 14);
  });

  it('sets agreement below chance to 0', () => {
    expect(rwgAd({ ratings: [[1], [5]], categories: 5 })).toMatchObject({ rwg: [0], rwgJ: 0, meanVariance: 8 });
  });

  it('drops members with a missing rating, and has no value for fewer than two', () => {
    expect(
      rwgAd({
        ratings: [
          [4, 5],
          [4, null],
          [4, 3],
        ],
        categories: 5,
      }),
    ).toMatchObject({ n: 2, rwg: [1, 0] });
    expect(
      rwgAd({
        ratings: [
          [4, 5],
          [4, null],
        ],
        categories: 5,
      }),
    ).toEqual({
      n: 1,
      items: 2,
      rwg: [null, null],
      rwgJ: null,
      meanVariance: null,
      adM: null,
      adMd: null,
    });
    expect(rwgAd({ ratings: [], categories: 5 })).toMatchObject({ n: 0, items: 0, rwg: [], rwgJ: null });
  });

  it('refuses ratings wider apart than the scale, ragged rows and a scale of one point', () => {
    expect(() => rwgAd({ ratings: [[1], [6]], categories: 5 })).toThrow(/ratings\[1\]\[0\] must lie on one scale of 5/);
    expect(() => rwgAd({ ratings: [[1, 2], [1]], categories: 5 })).toThrow(RangeError);
    expect(() => rwgAd({ ratings: [[1]], categories: 1 })).toThrow(/categories/);
  });

  it('stays within 0 and 1 and does not depend on the order of members or where the scale starts', () => {
    const row = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (ratings) => {
        const result = rwgAd({ ratings, categories: 7 });
        const moved = rwgAd({ ratings: ratings.toReversed().map((r) => r.map((x) => x - 1)), categories: 7 });
        expect(result.rwgJ).toBeGreaterThanOrEqual(0);
        expect(result.rwgJ).toBeLessThanOrEqual(1);
        expect(moved.rwgJ).toBeCloseTo(result.rwgJ!, 10);
        expect(moved.adM).toBeCloseTo(result.adM!, 10);
      }),
    );
  });
});
