import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { nottem } from '../reference/seasons.factory.js';
import { seasonalDecomposition } from './seasonal-decomposition.js';

const sixYears = nottem.slice(0, 72);
const nothing = { trend: null, figure: null, adjusted: null };

describe('seasonalDecomposition', () => {
  // R 4.2 decompose(ts(nottem[1:72], frequency = 12), type).
  it('decomposes additively as R does', () => {
    const { trend, figure, adjusted } = seasonalDecomposition({ values: sixYears, period: 12 });
    expectClose(
      figure,
      [
        -8.01611111111111, -9.342777777777778, -7.37027777777778, -3.57527777777778, 4.568888888888888,
        8.698055555555559, 12.54555555555555, 9.073055555555559, 6.705555555555556, 1.628888888888889,
        -7.495277777777775, -7.420277777777779,
      ],
    );
    expect(trend!.slice(0, 6)).toEqual([null, null, null, null, null, null]);
    expect(trend!.slice(66)).toEqual([null, null, null, null, null, null]);
    expectClose(trend!.slice(6, 12), [49.04166666666667, 49.15, 49.1375, 49.17916666666666, 49.19166666666666, 49.2]);
    expectClose(trend![65], 48.7625);
    expectClose(
      [adjusted![0], adjusted![29], adjusted![71]],
      [48.61611111111111, 49.10194444444444, 43.72027777777777],
    );
  });

  it('decomposes multiplicatively as R does', () => {
    const { figure, adjusted } = seasonalDecomposition({ values: sixYears, period: 12, type: 'multiplicative' });
    expectClose(
      figure,
      [
        0.8350667690315585, 0.8080237076259835, 0.8481941316628839, 0.9265758587083235, 1.094632815919655,
        1.179295759527018, 1.257848329565687, 1.186848443254208, 1.13816657054811, 1.033439228344908,
        0.8450246006759246, 0.8468837851357398,
      ],
    );
    expectClose(
      [adjusted![0], adjusted![29], adjusted![71]],
      [48.61886678484947, 49.01230207355442, 42.86302399116283],
    );
  });

  // R 4.2 decompose(ts(nottem[1:33], frequency = 5)).
  it('takes an odd period and a last period that is not full', () => {
    const { trend, figure } = seasonalDecomposition({ values: nottem.slice(0, 33), period: 5 });
    expectClose(
      figure,
      [-0.1953333333333332, -0.5319999999999985, -1.441999999999999, 1.367999999999998, 0.8013333333333329],
      1e-11,
    );
    expectClose(trend!.slice(2, 6), [45.32, 48.9, 52.28, 54.68]);
    expect(trend![1]).toBeNull();
  });

  it('has no trend around a missing value and no adjusted value for it', () => {
    const holed = sixYears.map((value, i) => (i === 30 ? null : value));
    const { trend, figure, adjusted } = seasonalDecomposition({ values: holed, period: 12 });
    expect(trend!.map((v, i) => (v === null ? i : -1)).filter((i) => i >= 6 && i < 66)).toEqual(
      Array.from({ length: 13 }, (_, i) => 24 + i),
    );
    expect(adjusted!.filter((v) => v === null)).toHaveLength(1);
    expect(figure!.reduce((a, b) => a + b)).toBeCloseTo(0, 10);
  });

  it('is undefined with fewer than two full periods, counted without the missing', () => {
    expect(seasonalDecomposition({ values: [], period: 2 })).toEqual(nothing);
    expect(seasonalDecomposition({ values: [1, 2, 3], period: 2 })).toEqual(nothing);
    expect(seasonalDecomposition({ values: [1, 2, 3, null], period: 2 })).toEqual(nothing);
    expect(seasonalDecomposition({ values: [1, 2, 3, 4], period: 2 }).figure).not.toBeNull();
  });

  it('keeps the trend where a season has nothing to average', () => {
    const { trend, figure } = seasonalDecomposition({ values: [null, 1, null, 2, null, 1, null, 2], period: 2 });
    expect(figure).toBeNull();
    expect(trend).toEqual([null, null, null, null, null, null, null, null]);
    const zero = seasonalDecomposition({ values: [0, 0, 0, 0, 0], period: 2, type: 'multiplicative' });
    expect(zero).toEqual({ trend: [null, 0, 0, 0, null], figure: null, adjusted: null });
  });

  it('finds no season in a line, and shifts with the level', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 13 }),
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -99, max: 99 }),
        (period, slope, level) => {
          const values = Array.from({ length: 3 * period }, (_, i) => level + slope * i);
          seasonalDecomposition({ values, period }).figure!.forEach((effect) => expect(effect).toBeCloseTo(0, 9));
        },
      ),
    );
  });

  it('refuses a period of 1 and an unknown type', () => {
    expect(() => seasonalDecomposition({ values: [1], period: 1 })).toThrow(/period must be an integer of at least 2/);
    expect(() => seasonalDecomposition({ values: [1], period: 2, type: 'log' as 'additive' })).toThrow(
      /type must be one of/,
    );
  });
});
