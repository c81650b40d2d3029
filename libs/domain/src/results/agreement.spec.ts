import { iccShroutFleiss, krippendorffAlpha, rwgAd } from '@touchstone/metrics';
import fc from 'fast-check';
import { waveAgreement, withinGroupAgreement } from './agreement.js';
import { sampleMoments } from './sample-moments.js';

const level = fc.integer({ min: 1, max: 5 });
/** Raters × practices, complete. */
const complete = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
  .chain(([raters, practices]) => {
    const row = fc.array(level, { minLength: practices, maxLength: practices });
    return fc.array(row, { minLength: raters, maxLength: raters });
  });
const column = (rows: readonly (readonly (number | null)[])[], index: number) =>
  rows.map((row) => row[index] ?? null).filter((one) => one !== null);
const units = (rows: readonly (readonly (number | null)[])[]) =>
  rows[0]!.flatMap((_, index) => {
    const { n, mean, variance } = sampleMoments(column(rows, index));
    return mean === null ? [] : [{ n, mean, variance }];
  });

function expectClose(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 10);
}

describe('withinGroupAgreement', () => {
  it('is 1 when all agree, 0 when they differ as by chance or more, null without two raters', () => {
    expect(withinGroupAgreement([0], 5)).toBe(1);
    expect(withinGroupAgreement([2], 5)).toBe(0);
    expect(withinGroupAgreement([4], 5)).toBe(0);
    expect(withinGroupAgreement([null], 5)).toBeNull();
    expect(withinGroupAgreement([], 5)).toBeNull();
  });

  it('is r_wg of one practice and r_wg(j) of several, as the metrics library has them', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const expected = rwgAd({ ratings, categories: 5 });
        const variances = units(ratings).map(({ variance }) => variance);
        expectClose(withinGroupAgreement(variances, 5), expected.rwgJ);
        variances.forEach((variance, i) => expectClose(withinGroupAgreement([variance], 5), expected.rwg[i]!));
      }),
    );
  });
});

describe('waveAgreement', () => {
  it('is Krippendorff’s α for interval data, with answers missing anywhere', () => {
    const rows = fc.integer({ min: 2, max: 5 }).chain((practices) =>
      fc.array(fc.array(fc.option(level, { freq: 4 }), { minLength: practices, maxLength: practices }), {
        minLength: 2,
        maxLength: 9,
      }),
    );
    fc.assert(
      fc.property(rows, (ratings) => {
        const rated = units(ratings).filter(({ n }) => n >= 2);
        fc.pre(rated.length >= 2);
        expectClose(waveAgreement(rated).krippendorffAlpha, krippendorffAlpha({ ratings, level: 'interval' }).alpha);
      }),
    );
  });

  it('is the one-way ICC of Shrout and Fleiss when nothing is missing', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const targets = ratings[0]!.map((_, index) => ratings.map((row) => row[index]!));
        const expected = iccShroutFleiss({ ratings: targets });
        const { icc, iccOfMeans } = waveAgreement(units(ratings));
        expectClose(icc, expected.icc1);
        expectClose(iccOfMeans, expected.icc1k);
      }),
    );
  });

  it('is undefined where nothing varies or nothing can be compared', () => {
    const none = { krippendorffAlpha: null, icc: null, iccOfMeans: null };
    expect(waveAgreement([])).toEqual(none);
    expect(waveAgreement([{ n: 9, mean: 3, variance: 1 }])).toEqual(none);
    expect(
      waveAgreement([
        { n: 7, mean: 0.1, variance: 0 },
        { n: 3, mean: 0.1, variance: 0 },
        { n: 4, mean: 0.1, variance: 0 },
      ]),
    ).toEqual(none);
  });
});
