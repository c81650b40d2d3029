import { npsDifference, twoProportions, welchT } from '@touchstone/metrics';
import fc from 'fast-check';
import { comparePoints, compareTallies } from './compare-tallies.js';
import { compareToRest } from './compare-to-rest.js';
import { subtractTally } from './subtract-tally.js';
import { mergeAll, mergeTallies, type Tally, tallyOf } from './tally.js';

const rated = (values: readonly number[]): Tally =>
  mergeAll(values.map((value, at) => tallyOf({ at, value }, { rated: true })))!;
const part = (value: number, n: number): Tally => tallyOf({ at: 0, value, n }, { rated: false });
const A = [5, 4, 4, 3, 5, 5, 2, 4];
const B = [1, 2, 4, 3, 2, 5, 2];

describe('the comparison of two tallies', () => {
  it('is Welch’s test where values are averaged, as of the values themselves', () => {
    const direct = welchT({ a: A, b: B });
    const { test, ...answer } = compareTallies({ aggregation: 'mean' }, rated(A), rated(B));
    expect(test).toBe('welch');
    expect(answer.difference).toBeCloseTo(direct.diff!, 12);
    expect(answer.p).toBeCloseTo(direct.p!, 12);
    expect(answer.lower).toBeCloseTo(direct.lower!, 12);
    const effort = compareTallies({ aggregation: 'ces', scaleMinimum: 1, scaleMaximum: 5 }, rated(A), rated(B));
    expect(effort.p).toBeCloseTo(direct.p!, 12);
  });

  it('is of two proportions in percentage points where ratings or parts are counted', () => {
    const direct = twoProportions({ x1: 6, n1: 8, x2: 2, n2: 7 });
    const satisfied = compareTallies({ aggregation: 'csat', scaleMinimum: 1, scaleMaximum: 5 }, rated(A), rated(B));
    const shares = compareTallies({ aggregation: 'share' }, part(6, 8), part(2, 7));
    for (const { test, difference, p, upper, nA, nB } of [satisfied, shares]) {
      expect({ test, nA, nB }).toEqual({ test: 'two_proportions', nA: 8, nB: 7 });
      expect(difference).toBeCloseTo(100 * direct.diff!, 10);
      expect(upper).toBeCloseTo(100 * direct.upper!, 10);
      expect(p).toBeCloseTo(direct.p!, 12);
    }
  });

  it('is adjusted Wald for NPS', () => {
    const [a, b] = [
      [10, 9, 10, 3, 8, 9],
      [2, 7, 10, 4, 5, 6],
    ] as const;
    const direct = npsDifference({
      a: { detractors: 1, passives: 1, promoters: 4 },
      b: { detractors: 4, passives: 1, promoters: 1 },
    });
    expect(compareTallies({ aggregation: 'nps', scaleMinimum: 0, scaleMaximum: 10 }, rated(a), rated(b))).toMatchObject(
      {
        test: 'nps',
        difference: direct.diff,
        p: direct.adjustedWald.p,
        lower: direct.adjustedWald.lower,
      },
    );
  });

  it('is of two rates by their events', () => {
    const { difference, p, lower, upper } = compareTallies({ aggregation: 'rate' }, part(60, 100), part(40, 100));
    // z = 0.2 / √(100/100²) = 2, two-sided.
    expect(difference).toBeCloseTo(0.2, 12);
    expect(p).toBeCloseTo(0.0455, 4);
    expect([lower, upper]).toEqual([expect.closeTo(0.2 - 0.196, 3), expect.closeTo(0.2 + 0.196, 3)]);
  });

  it('is of the points for what single observations say nothing of', () => {
    expect(comparePoints(A, B)).toMatchObject({ test: 'welch_of_points', p: welchT({ a: A, b: B }).p, nA: 8, nB: 7 });
    expect(compareTallies({ aggregation: 'sum' }, rated(A), rated(B))).toMatchObject({
      test: null,
      refusal: 'no_test',
    });
  });

  it('is refused with the reason', () => {
    expect(compareTallies({ aggregation: 'mean' }, rated(A), rated([1, 2]))).toMatchObject({
      refusal: 'too_few',
      nB: 2,
      p: null,
    });
    expect(compareTallies({ aggregation: 'mean' }, rated(A), null)).toMatchObject({ refusal: 'too_few', nB: 0 });
    expect(compareTallies({ aggregation: 'rate' }, part(3, 100), part(40, 100)).refusal).toBe('too_few');
    expect(compareTallies({ aggregation: 'share' }, part(3.5, 10), part(4, 10)).refusal).toBe('not_counted');
    expect(compareTallies({ aggregation: 'mean' }, rated([1, 1, 1, 1, 1]), rated([2, 2, 2, 2, 2])).refusal).toBe(
      'no_variation',
    );
    expect(comparePoints([1, 2, 3, 4], B).refusal).toBe('too_few');
  });

  it('finds of a whole without a part the rest', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, values, (own, others) => {
        const rest = subtractTally(mergeTallies(rated(own), rated(others)), rated(own))!;
        const { observations, n, sum, sumOfSquares, counts } = rated(others);
        expect(rest).toMatchObject({ observations, n, sum, sumOfSquares, counts });
      }),
    );
    expect(subtractTally(rated(A), rated(A))).toBeNull();
  });
});

describe('segments against everybody else', () => {
  it('correct p values for how many are tested', () => {
    const whole = mergeTallies(rated(A), rated(B));
    const single = compareTallies({ aggregation: 'mean' }, rated(A), rated(B)).p!;
    const a = compareToRest({ aggregation: 'mean' }, { part: rated(A), whole }, 2);
    const b = compareToRest({ aggregation: 'mean' }, { part: rated(B), whole }, 50);
    expect(a.p).toBeCloseTo(2 * single, 10);
    expect(b.p).toBe(1);
    expect(b.difference).toBeCloseTo(-a.difference!, 10);
    const alone = compareToRest({ aggregation: 'mean' }, { part: whole, whole }, 1);
    expect(alone).toMatchObject({ refusal: 'too_few', p: null });
  });
});
