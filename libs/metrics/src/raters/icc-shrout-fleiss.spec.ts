import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { iccShroutFleiss, type IccForm } from './icc-shrout-fleiss.js';

// Shrout & Fleiss (1979), Table 2: six targets, four judges.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const FORMS: IccForm[] = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'];

describe('iccShroutFleiss', () => {
  // Shrout & Fleiss (1979), Tables 3 and 4: mean squares 11.24, 6.26, 32.49, 1.02 and the six coefficients.
  it('gives the published mean squares and coefficients', () => {
    const result = iccShroutFleiss({ ratings: shroutFleiss });
    expect([result.msBetween, result.msWithin, result.msRaters, result.msError].map((ms) => ms!.toFixed(2))).toEqual([
      '11.24',
      '6.26',
      '32.49',
      '1.02',
    ]);
    expect(FORMS.map((form) => result[form]!.toFixed(2))).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91']);
  });

  // McGraw & Wong (1996), Table 7, evaluated with the F quantiles of SciPy 1.17; to three decimals these are the limits
  // that R irr::icc and psych::ICC print for these data (-0.133 to 0.723, 0.019 to 0.761, 0.342 to 0.946, …).
  it.each([
    ['icc1', -0.1329323, 0.7225601],
    ['icc2', 0.0187865, 0.7610844],
    ['icc3', 0.3424648, 0.9458583],
    ['icc1k', -0.8844422, 0.9124154],
    ['icc2k', 0.0711368, 0.927232],
    ['icc3k', 0.6756747, 0.9858917],
  ] as const)('gives the limits of %s', (form, lower, upper) => {
    const limits = iccShroutFleiss({ ratings: shroutFleiss }).ci[form]!;
    expect(limits[0]).toBeCloseTo(lower, 7);
    expect(limits[1]).toBeCloseTo(upper, 7);
  });

  it('is 1 with certainty when raters agree, and consistent but not agreeing when they differ by a constant', () => {
    const same = iccShroutFleiss({
      ratings: [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
    });
    expect(FORMS.map((form) => same[form])).toEqual([1, 1, 1, 1, 1, 1]);
    expect(same.ci.icc2).toEqual([1, 1]);
    const shifted = iccShroutFleiss({
      ratings: [
        [1.1, 2.3],
        [2.1, 3.3],
        [4.1, 5.3],
      ],
    });
    expect(shifted.icc3).toBe(1);
    expect(shifted.msError).toBe(0);
    expect(shifted.icc2).toBeLessThan(1);
    expect(shifted.ci.icc2![0]).toBeLessThan(shifted.icc2!);
  });

  it('reports negative values, and no average of raters when targets do not differ', () => {
    const result = iccShroutFleiss({
      ratings: [
        [1, 3],
        [3, 1],
        [2, 2],
      ],
    });
    expect(result.msBetween).toBe(0);
    expect(result.icc1).toBe(-1);
    expect([result.icc1k, result.icc2k, result.icc3k]).toEqual([null, null, null]);
    expect(result.ci.icc1k).toBeNull();
  });

  it.each([
    [
      [
        [6, 2],
        [1, 3],
      ],
    ],
    [
      [
        [0.6, 0.2],
        [0.1, 0.3],
      ],
    ],
    [
      [
        [6.1, 2.1],
        [1.1, 3.1],
      ],
    ],
  ])('leaves out a coefficient whose denominator is 0, exactly or but for rounding: %j', (ratings) => {
    // In units of the first table B = 4, J = 1, E = 9: B + (J − E)/n = 0.
    const { icc2k, icc3k } = iccShroutFleiss({ ratings });
    expect(icc2k).toBeNull();
    expect(icc3k).toBeCloseTo(-1.25, 12);
  });

  it('has no value without variance, for one target or one rater, or when no row is complete', () => {
    expect(
      iccShroutFleiss({
        ratings: [
          [0.1, 0.1],
          [0.1, 0.1],
        ],
      }),
    ).toMatchObject({ msBetween: 0, icc1: null, icc3k: null });
    expect(iccShroutFleiss({ ratings: [[1, 2]] })).toMatchObject({ n: 1, k: 2, msBetween: null, icc2: null });
    expect(iccShroutFleiss({ ratings: [[1], [2]] })).toMatchObject({ n: 2, k: 1, icc1: null, ci: { icc1: null } });
    expect(
      iccShroutFleiss({
        ratings: [
          [1, null],
          [null, 2],
        ],
      }),
    ).toMatchObject({ n: 0, k: 2, icc1: null });
    expect(iccShroutFleiss({ ratings: [] })).toMatchObject({ n: 0, k: 0, icc1: null });
  });

  it('drops rows with a missing rating', () => {
    const withGap = [...shroutFleiss, [5, null, 5, 5]];
    expect(iccShroutFleiss({ ratings: withGap })).toEqual(iccShroutFleiss({ ratings: shroutFleiss }));
  });

  it('refuses ragged rows and NaN', () => {
    expect(() => iccShroutFleiss({ ratings: [[1, 2], [3]] })).toThrow(/ratings\[1\]/);
    expect(() => iccShroutFleiss({ ratings: [[1, NaN]] })).toThrow(/ratings\[0\]\[1\]/);
  });

  it('keeps its digits for small differences on a far-off level', () => {
    // Multiples of 2⁻¹⁰, which 10⁶ leaves exact.
    const ratings = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ].map((row) => row.map((x) => x * 2 ** -10));
    const far = iccShroutFleiss({ ratings: ratings.map((row) => row.map((x) => 1e6 + x)) });
    expectClose(far, { ...iccShroutFleiss({ ratings }) }, 1e-12);
  });

  it('does not change when all ratings are shifted, scaled or reordered', () => {
    const table = fc.array(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(table, fc.integer({ min: -50, max: 50 }), fc.constantFrom(-3, 0.5, 8), (ratings, shift, scale) => {
        const original = iccShroutFleiss({ ratings });
        const moved = iccShroutFleiss({
          ratings: ratings.toReversed().map((row) => row.map((x) => shift + scale * x)),
        });
        for (const form of FORMS) {
          if (original[form] === null) expect(moved[form]).toBeNull();
          else expect(moved[form]).toBeCloseTo(original[form], 7);
        }
      }),
    );
  });
});
