import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { iccMultilevel } from './icc-multilevel.js';

// Davies & Goldsmith (1972): yield of dyestuff, five samples from each of six batches (R lme4, `Dyestuff`).
const dyestuff = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
];
// Snedecor & Cochran, Statistical Methods: conception rates by bull, groups of unequal size.
const bulls = [
  [46, 31, 37, 62, 30],
  [70, 59],
  [52, 44, 57, 40, 67, 64, 70],
  [47, 21, 70, 46, 14],
  [42, 64, 50, 69, 77, 81, 87],
  [35, 68, 59, 38, 57, 76, 57, 29, 60],
];

describe('iccMultilevel', () => {
  // lme4 prints variance components 1764 (batch) and 2451 (residual): icc1 = 1764.05/(1764.05 + 2451.25).
  it('gives the variance components of the dyestuff data', () => {
    const result = iccMultilevel({ groups: dyestuff });
    expect(result).toMatchObject({ groups: 6, n: 30, meanSize: 5, n0: 5, msBetween: 11271.5, msWithin: 2451.25 });
    expect(result.icc1).toBeCloseTo(1764.05 / (1764.05 + 2451.25), 14);
    expect(result.icc1MeanSize).toBe(result.icc1);
    expect(result.icc2).toBeCloseTo(1 - 2451.25 / 11271.5, 14);
    expect(result.p! / 0.0043975312683061695).toBeCloseTo(1, 11);
  });

  // Published: n0 = 5.67, mean squares 664 and 248; the further digits by the same formulas in NumPy 2.4.
  it('uses n0 for groups of unequal size, and the mean size as R multilevel does', () => {
    const result = iccMultilevel({ groups: bulls });
    expect(result.n0!.toFixed(2)).toBe('5.67');
    expect(result.msBetween!.toFixed(0)).toBe('664');
    expect(result.msWithin!.toFixed(0)).toBe('248');
    expect(result.icc1).toBeCloseTo(0.22819323290852564, 13);
    expect(result.icc1MeanSize).toBeCloseTo(0.22318644068619248, 13);
    expect(result.icc2).toBeCloseTo(0.6263045747197502, 13);
  });

  it('keeps groups of one, drops missing ratings and groups without any', () => {
    const kept = iccMultilevel({ groups: [[1, 2], [4], [5, 7]] });
    expect(kept).toMatchObject({ groups: 3, n: 5 });
    expect(iccMultilevel({ groups: [[1, null, 2], [4], [null], [], [5, 7]] })).toEqual(kept);
  });

  it('is negative when groups differ less than chance, and has no icc2 when they do not differ', () => {
    expect(
      iccMultilevel({
        groups: [
          [1, 5],
          [2, 5],
        ],
      }).icc1,
    ).toBeLessThan(0);
    const equal = iccMultilevel({
      groups: [
        [0.1, 0.3],
        [0.2, 0.2, 0.2],
        [0.3, 0.1],
      ],
    });
    expect(
      iccMultilevel({
        groups: [
          [1, 3],
          [0, 4],
        ],
      }),
    ).toMatchObject({ msBetween: 0, f: 0, p: 1, icc1: -1, icc2: null });
    expect(equal.icc1).toBeLessThan(0);
  });

  it('is 1 without variance within groups, where F is not defined, and nothing without any variance', () => {
    expect(
      iccMultilevel({
        groups: [
          [1, 1],
          [2, 2],
        ],
      }),
    ).toMatchObject({ f: null, p: null, icc1: 1, icc2: 1 });
    expect(
      iccMultilevel({
        groups: [
          [0.1, 0.1, 0.1],
          [0.1, 0.1],
        ],
      }),
    ).toMatchObject({ icc1: null, icc2: null, f: null });
  });

  it('has no value for one group, for groups of one only, or for none', () => {
    const none = { msBetween: null, msWithin: null, f: null, p: null, icc1: null, icc1MeanSize: null, icc2: null };
    expect(iccMultilevel({ groups: [[1, 2, 3]] })).toEqual({ groups: 1, n: 3, meanSize: 3, n0: null, ...none });
    expect(iccMultilevel({ groups: [[1], [2], [3]] })).toEqual({ groups: 3, n: 3, meanSize: 1, n0: 1, ...none });
    expect(iccMultilevel({ groups: [] })).toEqual({ groups: 0, n: 0, meanSize: null, n0: null, ...none });
  });

  // NIST Statistical Reference Datasets, AtmWtAg (atomic weight of silver, two instruments), certified F. Seven leading
  // digits in common; R's aov has 9 digits right.
  it('has ten digits right where seven are the same in all values', () => {
    const first = [
      568, 465, 572, 785, 446, 903, 526, 494, 616, 587, 519, 486, 419, 569, 508, 672, 385, 518, 662, 424, 360, 333, 610,
      477,
    ];
    const second = [
      79, 344, 513, 197, 604, 385, 642, 365, 151, 82, 517, 448, 198, 482, 334, 609, 101, 512, 469, 360, 254, 261, 450,
      368,
    ];
    const weights = (digits: number[]) => digits.map((last) => Number(`107.8681${String(last).padStart(3, '0')}`));
    const { f } = iccMultilevel({ groups: [weights(first), weights(second)] });
    expectClose(f, 15.946733567793, 1e-10);
  });

  it('refuses what is not a list of lists of numbers', () => {
    expect(() => iccMultilevel({ groups: [[1], [NaN]] })).toThrow(/groups\[1\]\[0\]/);
    expect(() => iccMultilevel({ groups: [1, 2] as never })).toThrow(TypeError);
  });

  it('does not change when ratings are shifted, scaled or reordered', () => {
    const groups = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, fc.integer({ min: -99, max: 99 }), fc.constantFrom(-4, 0.5, 3), (sample, shift, scale) => {
        const original = iccMultilevel({ groups: sample });
        const moved = iccMultilevel({
          groups: sample.toReversed().map((g) => g.toReversed().map((x) => shift + scale * x)),
        });
        for (const field of ['icc1', 'icc1MeanSize'] as const) {
          if (original[field] === null) expect(moved[field]).toBeNull();
          else expect(moved[field]).toBeCloseTo(original[field], 8);
        }
      }),
    );
  });
});
