import fc from 'fast-check';
import { estimateDifference, estimateInterval } from './independent-estimates.js';
import { meanInterval } from './mean-interval.js';
import { welchT } from './welch-t.js';

const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 25 });
const summary = (values: number[]) => {
  const { n, mean, se } = meanInterval({ values });
  return { value: mean, se, df: n - 1 };
};

describe('estimateInterval', () => {
  it('is the interval of the mean when the estimate is one', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const { lower, upper } = meanInterval({ values });
        expect(estimateInterval(summary(values))).toEqual({ lower, upper });
      }),
    );
  });

  it('has no limits without a standard error', () => {
    expect(estimateInterval({ value: 3, se: null, df: 4 })).toEqual({ lower: null, upper: null });
  });
});

describe('estimateDifference', () => {
  it('is the Welch test when the estimates are means', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { diff, se, t, df, p, lower, upper } = welchT({ a, b });
        const result = estimateDifference({ a: summary(a), b: summary(b) });
        for (const [name, expected] of Object.entries({ diff, se, t, df, p, lower, upper }))
          if (expected === null) expect(result[name as 'diff']).toBeNull();
          else expect(result[name as 'diff']).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('compares an estimate with a known value', () => {
    const result = estimateDifference({ a: { value: 4, se: 1, df: 10 }, b: { value: 2, se: 0, df: 3 } });
    expect([result.t, result.df]).toEqual([2, 10]);
  });

  it('cannot test without error or without knowing it', () => {
    const untested = { t: null, df: null, p: null, lower: null, upper: null };
    const exact = { value: 2, se: 0, df: 5 };
    expect(estimateDifference({ a: exact, b: { ...exact, value: 1 } })).toEqual({ diff: 1, se: 0, ...untested });
    expect(estimateDifference({ a: exact, b: { ...exact, se: null } })).toEqual({ diff: 0, se: null, ...untested });
    expect(estimateDifference({ a: exact, b: { value: null, se: null, df: null } }).diff).toBeNull();
  });

  it('refuses impossible parts by name', () => {
    const fine = { value: 2, se: 1, df: 5 };
    expect(() => estimateDifference({ a: fine, b: { ...fine, se: -1 } })).toThrow(/b\.se/);
    expect(() => estimateDifference({ a: { ...fine, df: 0 }, b: fine })).toThrow(/a\.df/);
  });
});
