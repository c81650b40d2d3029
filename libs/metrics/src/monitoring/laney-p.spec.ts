import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { laneyP } from './laney-p.js';

const counts = [120, 180, 150, 90];
const sizes = [1000, 1200, 1000, 900];

describe('laneyP', () => {
  // Laney 2002, the formulas evaluated in R 4.2.
  it('widens the limits by the variation between subgroups', () => {
    expectClose(laneyP({ counts, sizes }), {
      center: 0.1317073170731707,
      sigmaZ: 2.262188133462974,
      upper: [0.2042824762147804, 0.1979590700338156, 0.2042824762147804, 0.2082082518853965],
      lower: [0.05913215793156104, 0.0654555641125259, 0.05913215793156104, 0.05520638226094497],
      signals: [],
    });
  });

  it('is the p chart stretched by sigmaZ', () => {
    const cell = fc
      .integer({ min: 50, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (rows) => {
        const input = { counts: rows.map(([c]) => c), sizes: rows.map(([, n]) => n) };
        const { center, sigmaZ, upper } = laneyP(input);
        if (sigmaZ === null) return;
        const p = center!;
        upper.forEach((limit, i) => {
          expect(limit).toBeCloseTo(Math.min(1, p + sigmaZ * 3 * Math.sqrt((p * (1 - p)) / input.sizes[i]!)), 12);
        });
      }),
    );
  });

  it('breaks the moving range at an empty subgroup', () => {
    const gap = laneyP({ counts: [120, 180, 0, 150, 90], sizes: [1000, 1200, 0, 1000, 900] });
    const z = (i: number) =>
      (counts[i]! / sizes[i]! - gap.center!) / Math.sqrt((gap.center! * (1 - gap.center!)) / sizes[i]!);
    expectClose(gap.sigmaZ, (Math.abs(z(1) - z(0)) + Math.abs(z(3) - z(2))) / 2 / 1.128);
    expect(gap.upper[2]).toBeNull();
  });

  it('has no limits without two neighbours or without variance, and no signals in a constant', () => {
    expect(laneyP({ counts: [], sizes: [] })).toEqual({
      center: null,
      sigmaZ: null,
      upper: [],
      lower: [],
      signals: [],
    });
    expect(laneyP({ counts: [3], sizes: [9] })).toMatchObject({ sigmaZ: null, upper: [null], signals: [] });
    expect(laneyP({ counts: [0, 0], sizes: [9, 9] })).toMatchObject({ center: 0, sigmaZ: null, signals: [] });
    expect(laneyP({ counts: [1, 2, 3], sizes: [7, 14, 21] })).toMatchObject({ sigmaZ: 0, signals: [] });
  });

  it('refuses more than there are', () => {
    expect(() => laneyP({ counts: [9], sizes: [5] })).toThrow(/counts\[0\]/);
  });
});
