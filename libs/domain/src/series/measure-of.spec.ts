import { csat, meanInterval, nps, wilsonInterval } from '@touchstone/metrics';
import fc from 'fast-check';
import { type MeasuredAggregation, measureOf } from './measure-of.js';
import { mergeAll, tallyOf } from './tally.js';

const tally = (values: readonly number[], rated = false) =>
  mergeAll(values.map((value, at) => tallyOf({ at, value }, { rated })));
const measure = (aggregation: MeasuredAggregation, values: readonly number[]) =>
  measureOf({ definition: { aggregation }, tally: tally(values) });

describe('the measure of a tally', () => {
  it('is what the ratings themselves give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 40 }), (scores) => {
        const direct = nps({ scores });
        const definition = { aggregation: 'nps', scaleMinimum: 0, scaleMaximum: 10 } as const;
        expect(measureOf({ definition, tally: tally(scores, true) })).toEqual({
          value: direct.nps,
          n: scores.length,
          lower: direct.adjustedWald.lower,
          upper: direct.adjustedWald.upper,
        });
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }), (ratings) => {
        const direct = csat({ ratings });
        const definition = { aggregation: 'csat', scaleMinimum: 1, scaleMaximum: 5 } as const;
        const { value, n, lower, upper } = measureOf({ definition, tally: tally(ratings, true) });
        expect({ value, n, lower, upper }).toEqual({
          value: direct.csat,
          n: direct.n,
          lower: direct.lower,
          upper: direct.upper,
        });
      }),
    );
  });

  it('has the interval of its values, up to the rounding of two sums', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((any) => Math.round(any * 100) / 100);
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 40 }), (values) => {
        const direct = meanInterval({ values });
        const found = measure('mean', values);
        const size = Math.max(...values.map(Math.abs), 1);
        expect(Math.abs(found.value! - direct.mean!)).toBeLessThan(1e-9 * size);
        expect(Math.abs(found.upper! - found.lower! - (direct.upper! - direct.lower!))).toBeLessThan(1e-5 * size);
      }),
    );
  });

  it('does not vary where nothing varies', () => {
    expect(measure('mean', Array<number>(7).fill(0.1))).toEqual({ value: 0.1, n: 7, lower: 0.1, upper: 0.1 });
  });

  it('is the sum, the extremes or the last', () => {
    expect(measure('sum', [3, 1, 2]).value).toBe(6);
    expect(measure('minimum', [3, 1, 2]).value).toBe(1);
    expect(measure('maximum', [3, 1, 2]).value).toBe(3);
    expect(measure('last', [3, 1, 2])).toEqual({ value: 2, n: 3, lower: null, upper: null });
  });

  it('is a percentage with Wilson’s limits for a share, and a ratio for a rate', () => {
    const parts = mergeAll([
      tallyOf({ at: 1, value: 80, n: 260 }, { rated: false }),
      tallyOf({ at: 2, value: 1, n: 3 }, { rated: false }),
    ]);
    const { lower, upper } = wilsonInterval({ successes: 81, n: 263 });
    expect(measureOf({ definition: { aggregation: 'share' }, tally: parts })).toEqual({
      value: 100 * (81 / 263),
      n: 263,
      lower: 100 * lower!,
      upper: 100 * upper!,
    });
    expect(measureOf({ definition: { aggregation: 'rate' }, tally: parts })).toMatchObject({ value: 81 / 263, n: 263 });
    const hours = tallyOf({ at: 1, value: 1.5, n: 4 }, { rated: false });
    expect(measureOf({ definition: { aggregation: 'share' }, tally: hours })).toEqual({
      value: 37.5,
      n: 4,
      lower: null,
      upper: null,
    });
  });

  it('leaves out ratings that another definition of the metric allowed', () => {
    const definition = { aggregation: 'top_box', scaleMinimum: 1, scaleMaximum: 5 } as const;
    expect(measureOf({ definition, tally: tally([5, 4, 10], true) })).toMatchObject({ value: 50, n: 2 });
  });

  it('is nothing where nothing was observed', () => {
    expect(measureOf({ definition: { aggregation: 'sum' }, tally: null })).toEqual({
      value: null,
      n: 0,
      lower: null,
      upper: null,
    });
  });

  it('refuses a recommendation score on another scale', () => {
    const definition = { aggregation: 'nps', scaleMinimum: 1, scaleMaximum: 5 } as const;
    expect(() => measureOf({ definition, tally: tally([5], true) })).toThrow(RangeError);
  });
});
