import fc from 'fast-check';
import { kendallW } from './kendall-w.js';

// R irr, `anxiety`: three raters, 20 subjects.
const anxiety = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
];
// Hollander & Wolfe (1973), p. 140, in R's help for friedman.test: 22 players, three ways of rounding first base.
const rounding =
  `5.40 5.50 5.55,5.85 5.70 5.75,5.20 5.60 5.50,5.55 5.50 5.40,5.90 5.85 5.70,5.45 5.55 5.60,5.40 5.40 5.35,
5.45 5.50 5.35,5.25 5.15 5.00,5.85 5.80 5.70,5.25 5.20 5.10,5.65 5.55 5.45,5.60 5.35 5.45,5.05 5.00 4.95,5.50 5.50 5.40,
5.45 5.55 5.50,5.55 5.55 5.35,5.45 5.50 5.55,5.50 5.45 5.25,5.65 5.60 5.40,5.70 5.65 5.55,6.30 6.30 6.25`
    .split(',')
    .map((row) => row.trim().split(' ').map(Number));

describe('kendallW', () => {
  // irr::kendall(anxiety, TRUE): Wt = 0.54, Chisq(19) = 30.8, p-value = 0.0429.
  it('gives what irr documents for the anxiety data', () => {
    const { w, wUncorrected, chi2, df, p } = kendallW({ scores: anxiety });
    expect([w!.toFixed(2), chi2!.toFixed(1), df, p!.toFixed(4)]).toEqual(['0.54', '30.8', 19, '0.0429']);
    expect(w).toBeCloseTo(0.5396568759543698, 13);
    expect(wUncorrected).toBeCloseTo(0.501921470342523, 13);
  });

  // friedman.test(RoundingTimes): Friedman chi-squared = 11.143, df = 2, p-value = 0.003805.
  it('has the chi-square of the Friedman test', () => {
    const { chi2, p } = kendallW({ scores: rounding });
    expect(chi2).toBeCloseTo(11.142857142857142, 12);
    expect(p! / 0.003805040775511362).toBeCloseTo(1, 12);
  });

  it('is 1 for the same order and 0 for orders that cancel', () => {
    expect(
      kendallW({
        scores: [
          [1, 2, 3],
          [10, 20, 30],
          [0.1, 0.2, 0.3],
        ],
      }),
    ).toMatchObject({ w: 1, wUncorrected: 1, chi2: 6 });
    expect(
      kendallW({
        scores: [
          [1, 2],
          [2, 1],
        ],
      }),
    ).toEqual({ w: 0, wUncorrected: 0, chi2: 0, df: 1, p: 1 });
  });

  it('drops objects that a rater left out', () => {
    const gap = anxiety.map((row, i) => [...row, i === 1 ? null : 4]);
    expect(kendallW({ scores: gap })).toEqual(kendallW({ scores: anxiety }));
  });

  it.each([
    [[[1, 2, 3]]],
    [[[1], [2]]],
    [
      [
        [2, 2, 2],
        [5, 5, 5],
      ],
    ],
    [
      [
        [null, null],
        [1, 2],
      ],
    ],
    [[]],
  ])('has no value for %j', (scores) => {
    expect(kendallW({ scores })).toEqual({ w: null, wUncorrected: null, chi2: null, df: null, p: null });
  });

  it('is defined when only some raters tie everything', () => {
    expect(
      kendallW({
        scores: [
          [2, 2, 2],
          [1, 2, 3],
        ],
      }).w,
    ).toBeCloseTo(0.5, 14);
  });

  it('refuses ragged rows and text', () => {
    expect(() => kendallW({ scores: [[1, 2], [1]] })).toThrow(/scores\[1\] must have 2 entries/);
    expect(() => kendallW({ scores: [['a' as never, 2]] })).toThrow(TypeError);
  });

  it('is from 0 to 1 and depends on ranks only, not on the order of raters or objects', () => {
    const scores = fc.integer({ min: 2, max: 7 }).chain((n) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n }), {
        minLength: 2,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(scores, (table) => {
        const { w } = kendallW({ scores: table });
        const other = kendallW({ scores: table.toReversed().map((row) => row.toReversed().map((x) => x ** 3 - 7)) });
        if (w === null) return expect(other.w).toBeNull();
        expect(w).toBeGreaterThanOrEqual(0);
        expect(w).toBeLessThanOrEqual(1);
        expect(other.w).toBeCloseTo(w, 12);
      }),
    );
  });
});
