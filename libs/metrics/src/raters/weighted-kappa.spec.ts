import fc from 'fast-check';
import { weightedKappa } from './weighted-kappa.js';

// Cohen (1968), Table 1, as 200 cases.
const cohen = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];
// Agresti (1990), sexual fun, husbands × wives; the example of R vcd::Kappa.
const sexualFun = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

describe('weightedKappa', () => {
  // vcd: Kappa(SexualFun) prints unweighted 0.1293 (ASE 0.06860) and weighted, equal spacing, 0.2374 (ASE 0.07832).
  it('gives what vcd documents', () => {
    const unweighted = weightedKappa({ table: sexualFun });
    const linear = weightedKappa({ table: sexualFun, weights: 'linear' });
    expect([unweighted.kappa!.toFixed(4), unweighted.se!.toFixed(5)]).toEqual(['0.1293', '0.06860']);
    expect([linear.kappa!.toFixed(4), linear.se!.toFixed(5)]).toEqual(['0.2374', '0.07832']);
  });

  // The formulas of Fleiss, Cohen & Everitt (1969) as printed there, with agreement weights, in NumPy 2.4.
  it.each([
    ['unweighted', 0.7, 0.41, 0.49152542372881347, 0.051001815576077865, 0.051978936356595444],
    ['linear', 0.8, 0.62, 0.47368421052631576, 0.05443230917764153, 0.05469634129164873],
    ['quadratic', 0.85, 0.725, 0.4545454545454547, 0.06645368159107817, 0.06735866746488249],
  ] as const)('has both standard errors, %s', (weights, po, pe, kappa, se, se0) => {
    const result = weightedKappa({ table: cohen, weights });
    expect(result.n).toBe(200);
    expect(result.po).toBeCloseTo(po, 14);
    expect(result.pe).toBeCloseTo(pe, 14);
    expect(result.kappa).toBeCloseTo(kappa, 13);
    expect(result.se).toBeCloseTo(se, 13);
    expect(result.se0).toBeCloseTo(se0, 13);
  });

  it('counts pairs by the categories of the scale, unused ones included, and drops incomplete pairs', () => {
    const ratings = { rater1: ['low', 'mid', null, 'low'], rater2: ['low', 'low', 'mid', null] };
    const three = weightedKappa({ ...ratings, categories: ['low', 'mid', 'high'], weights: 'linear' });
    expect(three).toMatchObject({ n: 2, po: 0.75 });
    expect(weightedKappa({ ...ratings, categories: ['low', 'mid'], weights: 'linear' }).po).toBe(0.5);
    const table = [
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ];
    expect(weightedKappa({ table, weights: 'linear' })).toEqual(three);
  });

  it('is exactly 1 with no error when raters agree', () => {
    const same = weightedKappa({
      table: [
        [3, 0, 0],
        [0, 3, 0],
        [0, 0, 1],
      ],
      weights: 'quadratic',
    });
    expect(same).toMatchObject({ po: 1, kappa: 1, se: 0 });
    expect(same.se0).toBeGreaterThan(0);
  });

  it('is undefined when both raters use one category only, and without pairs', () => {
    const one = weightedKappa({ rater1: [2, 2], rater2: [2, 2], categories: [1, 2, 3] });
    expect(one).toEqual({ n: 2, po: 1, pe: 1, kappa: null, se: null, se0: null });
    const none = { n: 0, po: null, pe: null, kappa: null, se: null, se0: null };
    expect(weightedKappa({ rater1: [null], rater2: [1], categories: [1] })).toEqual(none);
    expect(weightedKappa({ table: [] })).toEqual(none);
    expect(weightedKappa({ table: [[4]], weights: 'linear' })).toMatchObject({ n: 4, pe: 1, kappa: null });
  });

  it.each([
    [
      {
        table: [
          [1, 2],
          [3, -1],
        ],
      },
      RangeError,
      /table\[1\]\[1\] must be an integer from 0/,
    ],
    [{ table: [[1, 2]] }, RangeError, /as many columns as rows/],
    [{ rater1: [1, 4], rater2: [1, 1], categories: [1, 2] }, RangeError, /rater1\[1\] must be one of the 2 categories/],
    [{ rater1: [1], rater2: [1, 1], categories: [1, 2] }, RangeError, /rater2 must have as many entries as rater1/],
    [{ rater1: [1], rater2: [1], categories: [1, 1] }, RangeError, /categories\[1\]/],
    [{ rater1: [true], rater2: [1], categories: [1] }, TypeError, /rater1\[0\]/],
    [{ table: [[1]], weights: 'cubic' }, RangeError, /weights must be one of/],
    [{ table: [[1]], rater1: [], rater2: [], categories: [] }, TypeError, /both/],
  ])('refuses %j', (input, kind, message) => {
    expect(() => weightedKappa(input as never)).toThrow(kind);
    expect(() => weightedKappa(input as never)).toThrow(message);
  });

  it('is at most 1 and does not depend on who is first', () => {
    const table = fc.array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(table, fc.constantFrom('unweighted', 'none', 'linear', 'quadratic'), (counts, weights) => {
        const result = weightedKappa({ table: counts, weights });
        const exchanged = weightedKappa({ table: counts.map((_, i) => counts.map((row) => row[i]!)), weights });
        if (result.kappa === null) return expect(exchanged.kappa).toBeNull();
        expect(result.kappa).toBeLessThanOrEqual(1);
        expect(exchanged.kappa).toBeCloseTo(result.kappa, 12);
        expect(exchanged.se).toBeCloseTo(result.se!, 12);
        expect(exchanged.se0).toBeCloseTo(result.se0!, 12);
      }),
    );
  });
});
