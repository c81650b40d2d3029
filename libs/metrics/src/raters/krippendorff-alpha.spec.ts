import fc from 'fast-check';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha.js';

const _ = null;
// Krippendorff (2011), example C: 4 observers, 12 units, missing data.
const exampleC = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

/** The definition word by word: a coincidence matrix and a table of distances. */
function byCoincidences(ratings: readonly (readonly (number | null)[])[], level: MeasurementLevel): number {
  const units = ratings[0]!.map((_unit, u) => ratings.map((row) => row[u]!).filter((value) => value !== null));
  const pairable = units.filter((unit) => unit.length > 1);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const o = values.map(() => values.map(() => 0));
  for (const unit of pairable) {
    unit.forEach((c, i) =>
      unit.forEach((k, j) => {
        if (i !== j) o[values.indexOf(c)]![values.indexOf(k)]! += 1 / (unit.length - 1);
      }),
    );
  }
  const n = o.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const total = n.reduce((sum, count) => sum + count, 0);
  const distance = (c: number, k: number): number => {
    const [from, to] = c < k ? [c, k] : [k, c];
    const between = n.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    if (c === k) return 0;
    if (level === 'nominal') return 1;
    if (level === 'ordinal') return between - (n[c]! + n[k]!) / 2;
    const difference = values[c]! - values[k]!;
    return level === 'interval' ? difference : difference / (values[c]! + values[k]!);
  };
  let observed = 0;
  let expected = 0;
  values.forEach((_c, c) =>
    values.forEach((_k, k) => {
      observed += o[c]![k]! * distance(c, k) ** 2;
      expected += n[c]! * n[k]! * distance(c, k) ** 2;
    }),
  );
  return 1 - ((total - 1) * observed) / expected;
}

describe('krippendorffAlpha', () => {
  // Krippendorff (2011), p. 6-9, prints three decimals for each level; R irr::kripp.alpha gives the same.
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('example C, %s, as published', (level, alpha) => {
    const result = krippendorffAlpha({ ratings: exampleC, level });
    expect(result).toMatchObject({ pairableUnits: 11, pairableValues: 40 });
    expect(result.alpha).toBeCloseTo(alpha, 3);
  });

  it('is the coincidence formula, for any table and level', () => {
    const rating = fc.option(fc.integer({ min: 0, max: 6 }), { freq: 4 });
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 8 }))
      .chain(([raters, units]) =>
        fc.array(fc.array(rating, { minLength: units, maxLength: units }), { minLength: raters, maxLength: raters }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<MeasurementLevel>('nominal', 'ordinal', 'interval', 'ratio'),
        (ratings, level) => {
          const { alpha } = krippendorffAlpha({ ratings, level });
          const reference = byCoincidences(ratings, level);
          if (alpha === null) expect(reference).toBeNaN();
          else expect(alpha).toBeCloseTo(reference, 10);
        },
      ),
    );
  });

  it('does not depend on who rated, and at interval level not on shift or scale', () => {
    const reference = krippendorffAlpha({ ratings: exampleC, level: 'interval' }).alpha!;
    const shifted = exampleC.map((row) => row.map((value) => (value === null ? null : 1000 - 7 * value)));
    expect(krippendorffAlpha({ ratings: shifted, level: 'interval' }).alpha).toBeCloseTo(reference, 12);
    expect(krippendorffAlpha({ ratings: exampleC.toReversed(), level: 'interval' }).alpha).toBeCloseTo(reference, 14);
  });

  it('is 1 for perfect agreement on values that differ, undefined without variation', () => {
    expect(
      krippendorffAlpha({
        ratings: [
          [0.1, 0.3],
          [0.1, 0.3],
        ],
        level: 'interval',
      }).alpha,
    ).toBe(1);
    expect(
      krippendorffAlpha({
        ratings: [
          [2, 2],
          [2, 2],
        ],
        level: 'nominal',
      }),
    ).toEqual({
      pairableUnits: 2,
      pairableValues: 4,
      alpha: null,
    });
    expect(
      krippendorffAlpha({
        ratings: [
          [2, _],
          [_, 3],
        ],
        level: 'ratio',
      }),
    ).toEqual({
      pairableUnits: 0,
      pairableValues: 0,
      alpha: null,
    });
    expect(krippendorffAlpha({ ratings: [], level: 'ordinal' }).alpha).toBeNull();
  });

  it('refuses an unknown level, ragged rows and a negative ratio', () => {
    expect(() => krippendorffAlpha({ ratings: exampleC, level: 'cardinal' as MeasurementLevel })).toThrow(RangeError);
    expect(() => krippendorffAlpha({ ratings: [[1, 2], [1]], level: 'nominal' })).toThrow(/ratings\[1\]/);
    expect(() => krippendorffAlpha({ ratings: [[1], [-1]], level: 'ratio' })).toThrow(/ratings\[1\]\[0\].*at least 0/);
  });
});
