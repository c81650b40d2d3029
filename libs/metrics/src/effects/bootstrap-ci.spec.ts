import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { bootstrapCi, type BootstrapCiInput } from './bootstrap-ci.js';

/** Every resample of the data, n to the power of n of them, by its mean. */
function allMeans(data: number[]): number[] {
  let sums = [0];
  for (let draw = 0; draw < data.length; draw += 1) sums = sums.flatMap((sum) => data.map((value) => sum + value));
  return sums.map((sum) => sum / data.length);
}

const withoutEach = (data: number[]) => data.map((value) => (data.reduce((a, b) => a + b) - value) / (data.length - 1));

describe('bootstrapCi from replicates', () => {
  // R 4.2: quantile(type = 7), and the BCa formula of Efron & Tibshirani 1993 (14.10) with qnorm and pnorm.
  it.each([
    [0.95, [1.5, 7.25], [1.75, 7.75]],
    [0.9, [1.75, 6.625], [2, 7.25]],
  ])('gives the limits of the whole bootstrap distribution of a mean at %d', (confidence, percentile, bca) => {
    const data = [1, 2, 4, 9];
    const result = bootstrapCi({ replicates: allMeans(data), estimate: 4, jackknife: withoutEach(data), confidence });
    expectClose(result, { percentile, bca });
  });

  it('gives the limits of a few replicates', () => {
    const result = bootstrapCi({
      replicates: [3.1, 2.7, 3.9, 4.2, 3.3, 2.9, 3.6, 3.8, 4, 3.2],
      estimate: 3.4,
      jackknife: [3.2, 3.5, 3.6, 3.1, 3.3],
      confidence: 0.9,
    });
    expectClose(result, { percentile: [2.79, 4.109999999999999], bca: [2.784127960585185, 4.104047076110753] });
  });

  it('has no interval without replicates, and no BCa where the correction is not defined', () => {
    const spread = [1, 2, 4];
    expect(bootstrapCi({ replicates: [], estimate: 1, jackknife: spread })).toEqual({ percentile: null, bca: null });
    expect(bootstrapCi({ replicates: [null], estimate: 1, jackknife: spread })).toEqual({
      percentile: null,
      bca: null,
    });
    expect(bootstrapCi({ replicates: [1, 2], estimate: 5, jackknife: spread }).bca).toBeNull();
    expect(bootstrapCi({ replicates: [1, 2], estimate: 1.5, jackknife: [3, 3, 3] }).bca).toBeNull();
    expect(bootstrapCi({ replicates: [1, 2], estimate: 1.5 })).toEqual({ percentile: [1.025, 1.975], bca: null });
    expect(bootstrapCi({ replicates: [1, 2, null], estimate: null, jackknife: spread }).percentile).toEqual([
      1.025, 1.975,
    ]);
  });

  it('does not see the order of the replicates, and widens with the level', () => {
    const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(list, list, (replicates, jackknife) => {
        const at = (confidence: number, order = replicates) =>
          bootstrapCi({ replicates: order, estimate: 0, jackknife, confidence });
        expect(at(0.9, [...replicates].reverse())).toEqual(at(0.9));
        expect(at(0.99).percentile![0]).toBeLessThanOrEqual(at(0.8).percentile![0]);
        expect(at(0.99).percentile![1]).toBeGreaterThanOrEqual(at(0.8).percentile![1]);
      }),
    );
  });
});

describe('bootstrapCi from data', () => {
  it.each([[[1, 2, 4, 9]], [[2.1, 3.4, 1.9, 5.6, 4.4]]])(
    'comes close to the whole bootstrap distribution of %j',
    (data) => {
      const estimate = data.reduce((a, b) => a + b) / data.length;
      const exact = bootstrapCi({ replicates: allMeans(data), estimate, jackknife: withoutEach(data) });
      const drawn = bootstrapCi({ data, statistic: 'mean', minB: 50_000, seed: 7 });
      [0, 1].forEach((side) => {
        expect(Math.abs(drawn.percentile![side]! - exact.percentile![side]!)).toBeLessThan(0.15);
        expect(Math.abs(drawn.bca![side]! - exact.bca![side]!)).toBeLessThan(0.3);
      });
    },
  );

  it('comes close to the t interval of many even values', () => {
    const data = Array.from({ length: 400 }, (_, i) => i % 20);
    const { percentile, bca } = bootstrapCi({ data, statistic: 'mean' });
    const half = (1.966 * Math.sqrt((33.25 * 400) / 399)) / 20;
    for (const limits of [percentile!, bca!]) {
      expect(limits[0]).toBeCloseTo(9.5 - half, 1);
      expect(limits[1]).toBeCloseTo(9.5 + half, 1);
    }
  });

  // The whole distribution of the median of five values: R 4.2, percentile 1.9 and 5.6.
  it('takes the median of odd and even samples', () => {
    const { percentile } = bootstrapCi({ data: [2.1, 3.4, 1.9, 5.6, 4.4], statistic: 'median' });
    expect(percentile).toEqual([1.9, 5.6]);
    const even = bootstrapCi({ data: [1, 3], statistic: 'median', confidence: 0.9 });
    expect(even.percentile).toEqual([1, 3]);
    const middle = bootstrapCi({ data: [1, 3], statistic: 'median', confidence: 0.2 });
    expect(middle.percentile).toEqual([2, 2]);
  });

  it('repeats itself with the same seed and not with another', () => {
    const data = Array.from({ length: 40 }, (_, i) => Math.sqrt(i));
    const at = (seed?: number) => bootstrapCi({ data, statistic: 'mean', seed, minB: 2000 });
    expect(at(5)).toEqual(at(5));
    expect(at(6)).not.toEqual(at(5));
    expect(at()).toEqual(at(0));
  });

  it('has no interval without data and no BCa without variation', () => {
    expect(bootstrapCi({ data: [], statistic: 'mean' })).toEqual({ percentile: null, bca: null });
    expect(bootstrapCi({ data: [null], statistic: 'median' })).toEqual({ percentile: null, bca: null });
    expect(bootstrapCi({ data: [4], statistic: 'mean', minB: 50 })).toEqual({ percentile: [4, 4], bca: null });
    expect(bootstrapCi({ data: [4, 4, 4], statistic: 'mean', minB: 50 })).toEqual({ percentile: [4, 4], bca: null });
  });

  it.each<[string, unknown, RegExp]>([
    ['both forms', { replicates: [1], data: [1], statistic: 'mean' }, /input must have data or replicates, got both/],
    ['an unknown statistic', { data: [1], statistic: 'mode' }, /statistic must be one of "mean", "median"/],
    ['a fractional seed', { data: [1], statistic: 'mean', seed: 0.5 }, /seed/],
    ['no resamples', { data: [1], statistic: 'mean', minB: 0 }, /minB/],
    ['NaN', { replicates: [NaN] }, /replicates\[0\]/],
    ['text', { replicates: [1], jackknife: ['1'] }, /jackknife\[0\]/],
  ])('refuses %s', (_, input, message) => {
    expect(() => bootstrapCi(input as BootstrapCiInput)).toThrow(message);
  });
});
