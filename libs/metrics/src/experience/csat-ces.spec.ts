import fc from 'fast-check';
import { ces } from './ces.js';
import { csat } from './csat.js';
import { mergeRatingCounts, ratingCounts } from './rating-counts.js';
import { wilsonInterval } from './wilson-interval.js';

const ratings = fc.array(fc.option(fc.integer({ min: 1, max: 7 }), { freq: 6 }), { maxLength: 50 });
const scale = { scaleMin: 1, scaleMax: 7 };

describe('csat', () => {
  it('is the share of the top boxes with the Wilson interval in percent', () => {
    const result = csat({ ratings: [5, 4, 4, 3, 5, 2, null, 5, 4, 1] });
    const wilson = wilsonInterval({ successes: 6, n: 9 });
    expect(result).toMatchObject({ n: 9, missing: 1, satisfied: 6, csat: 600 / 9, mean: 33 / 9 });
    expect(result.lower).toBeCloseTo(100 * wilson.lower!, 12);
    expect(result.upper).toBeCloseTo(100 * wilson.upper!, 12);
  });

  it('counts another scale and another number of boxes', () => {
    expect(csat({ ratings: [0, 5, 9, 10], scaleMin: 0, scaleMax: 10, topBoxes: 1 })).toMatchObject({
      satisfied: 1,
      csat: 25,
    });
    expect(csat({ ratings: [-2, 2], scaleMin: -2, scaleMax: 2 })).toMatchObject({ satisfied: 1, mean: 0 });
  });

  it('has no value without ratings', () => {
    const none = { n: 0, satisfied: 0, csat: null, mean: null, lower: null, upper: null };
    expect(csat({ ratings: [] })).toEqual({ ...none, missing: 0 });
    expect(csat({ ratings: [null] })).toEqual({ ...none, missing: 1 });
  });

  it.each([
    [{ ratings: [6] }, /ratings\[0\] must be an integer from 1 to 5 or null, got 6/],
    [{ ratings: [4.5] }, /ratings\[0\]/],
    [{ ratings: [-1e-17], scaleMin: -2, scaleMax: 2 }, /ratings\[0\]/],
    [{ ratings: [3], topBoxes: 6 }, /topBoxes must be an integer from 1 to 5/],
    [{ ratings: [3], topBoxes: 0 }, /topBoxes/],
    [{ ratings: [3], scaleMin: 5, scaleMax: 5 }, /scaleMax/],
    [{ ratings: [3], scaleMax: 1e9 }, /scaleMax/],
  ])('refuses %j', (input, message) => {
    expect(() => csat(input)).toThrow(message);
    expect(() => csat(input)).toThrow(RangeError);
  });

  it('refuses text and both forms at once', () => {
    expect(() => csat({ ratings: ['5' as unknown as number] })).toThrow(TypeError);
    const counts = ratingCounts({ ratings: [5] });
    expect(() => csat({ ratings: [5], counts })).toThrow(/both/);
  });

  it('refuses counts whose sums are not theirs', () => {
    const counts = ratingCounts({ ratings: [5, 4] });
    expect(() => csat({ counts: { ...counts, n: 3 } })).toThrow(/counts.n must be/);
    expect(() => csat({ counts: { ...counts, counts: [0, 0, 0, 1] } })).toThrow(/counts.counts must have 5 entries/);
    expect(() => csat({ counts: { ...counts, counts: [0, 0, 0, 1, -1] } })).toThrow(/counts.counts\[4\]/);
  });
});

describe('ces', () => {
  it('has the t interval of the mean and the Wilson interval of the top three boxes', () => {
    // t(6) at 97.5 % is 2.446911851144969 (SciPy 1.17); mean 38/7, Σ(x − mean)² = 96/7.
    const { mean, sd, lower, topBoxShare } = ces({ ratings: [7, 6, 5, 6, 3, 7, null, 4] });
    expect(mean).toBe(38 / 7);
    expect(sd).toBeCloseTo(Math.sqrt(96 / 7 / 6), 14);
    expect(lower).toBeCloseTo(38 / 7 - (2.446911851144969 * Math.sqrt(96 / 42)) / Math.sqrt(7), 12);
    expect(topBoxShare).toBeCloseTo(500 / 7, 12);
  });

  it('turns the effort wording around', () => {
    const easy = ces({ ratings: [7, 6, 2, null], topBoxes: 2 });
    expect(ces({ ratings: [1, 2, 6, null], topBoxes: 2, reversed: true })).toEqual(easy);
  });

  it('does not clip the mean interval, and has none for one rating or none', () => {
    expect(ces({ ratings: [7, 7, 7, 6] }).upper).toBeGreaterThan(7);
    expect(ces({ ratings: [6] })).toMatchObject({ n: 1, mean: 6, sd: null, se: null, lower: null, topBoxShare: 100 });
    expect(ces({ ratings: [6] }).topBoxLower).toBeCloseTo(100 / (1 + 1.959963984540054 ** 2), 12);
    expect(ces({ ratings: [null] })).toEqual({
      n: 0,
      missing: 1,
      mean: null,
      sd: null,
      se: null,
      lower: null,
      upper: null,
      topBoxShare: null,
      topBoxLower: null,
      topBoxUpper: null,
    });
    expect(ces({ ratings: [5, 5, 5] })).toMatchObject({ sd: 0, se: 0, lower: 5, upper: 5 });
  });

  it('refuses a flag that is not one', () => {
    expect(() => ces({ ratings: [1], reversed: 1 as unknown as boolean })).toThrow(TypeError);
    expect(() => ces({ ratings: [8] })).toThrow(/ratings\[0\] must be an integer from 1 to 7/);
  });
});

describe('rating counts', () => {
  it('give exactly what the ratings give, merged in any order', () => {
    fc.assert(
      fc.property(ratings, ratings, ratings, fc.boolean(), (x, y, z, reversed) => {
        const [a, b, c] = [x, y, z].map((part) => ratingCounts({ ratings: part, ...scale })) as [never, never, never];
        const counts = mergeRatingCounts({ a: mergeRatingCounts({ a, b }), b: c });
        const all = [...x, ...y, ...z];
        expect(mergeRatingCounts({ a: c, b: mergeRatingCounts({ a: b, b: a }) })).toEqual(counts);
        expect(counts).toEqual(ratingCounts({ ratings: all, ...scale }));
        expect(csat({ counts })).toEqual(csat({ ratings: all, ...scale }));
        expect(ces({ counts, reversed })).toEqual(ces({ ratings: all.toReversed(), reversed }));
      }),
    );
  });

  it('keep shares inside their interval and means inside the scale', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 7 }), (list, topBoxes) => {
        const { csat: share, lower, upper, mean } = csat({ ratings: list, ...scale, topBoxes });
        if (share === null) return;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(share);
        expect(upper).toBeGreaterThanOrEqual(share);
        expect(upper).toBeLessThanOrEqual(100);
        expect(mean).toBeGreaterThanOrEqual(1);
        expect(mean).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('are refused on different scales', () => {
    const a = ratingCounts({ ratings: [1] });
    const b = ratingCounts({ ratings: [1], scaleMax: 7 });
    expect(() => mergeRatingCounts({ a, b })).toThrow('b must be on the scale of a, 1 to 5, got 1 to 7');
  });
});
