import fc from 'fast-check';
import { nile } from '../reference/nile.factory.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { changePointSingle } from './change-point-single.js';

const nothing = { meanBefore: null, meanAfter: null, sse0: null, sse1: null, bic0: null, bic1: null };

describe('changePointSingle', () => {
  // R strucchange breakpoints(Nile ~ 1): break after 1898, RSS 2835157 and 1597457, BIC 1318.24 and 1270.08.
  it('finds the Aswan dam in the Nile flow', () => {
    expectClose(changePointSingle({ values: nile }), {
      index: 28,
      detected: true,
      meanBefore: 1097.75,
      meanAfter: 849.9722222222222,
      sse0: 2835156.75,
      sse1: 1597457.194444444,
      bic0: 1318.241806876181,
      bic1: 1270.083735739566,
    });
  });

  it('does not call noise a shift', () => {
    const result = changePointSingle({ values: [3, 5, 4, 4, 5, 3, 4, 5, 3, 4] });
    expect(result.detected).toBe(false);
    expect(result.bic1!).toBeGreaterThan(result.bic0!);
  });

  it('takes the earliest of splits that are as good', () => {
    expect(changePointSingle({ values: [0, 1, 0, 1, 0, 1], minSegment: 1 }).index).toBe(1);
    expect(changePointSingle({ values: [0.1, 0.3, 0.1, 0.3, 0.1], minSegment: 1 }).index).toBe(1);
  });

  it('detects an exact step, whose two means leave nothing', () => {
    expect(changePointSingle({ values: [0.1, 0.1, 0.1, 0.7, 0.7] })).toMatchObject({
      index: 3,
      detected: true,
      sse1: 0,
      bic1: null,
    });
  });

  it('drops missing values and counts places in the series as given', () => {
    const result = changePointSingle({ values: [null, 1, 2, null, 1, 9, null, 8, 9] });
    expect(result).toMatchObject({ index: 5, detected: true, meanBefore: 4 / 3 });
  });

  it.each([[[]], [[1]], [[1, 2, 3]], [[5, 5, 5, 5]], [[0.1, 0.1, 0.1, 0.1]], [[null, null, 1, 2]]])(
    'has nothing to compare in %j',
    (values) => {
      expect(changePointSingle({ values })).toEqual({ index: null, detected: false, ...nothing });
    },
  );

  it('finds the smallest sum of squares that any split has', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 25 });
    const sse = (list: number[]) => {
      const mean = list.reduce((a, b) => a + b, 0) / list.length;
      return list.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    };
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 3 }), (list, minSegment) => {
        const { sse1 } = changePointSingle({ values: list, minSegment });
        if (sse1 === null) return;
        const splits = list.map((_, i) => i).filter((i) => i >= minSegment && i <= list.length - minSegment);
        expect(sse1).toBeCloseTo(Math.min(...splits.map((i) => sse(list.slice(0, i)) + sse(list.slice(i)))), 8);
      }),
    );
  });

  it('keeps its digits far from 0', () => {
    const far = changePointSingle({ values: nile.map((flow) => flow + 1e9) });
    expect(far.index).toBe(28);
    expectClose(far.sse1, 1597457.194444444, 1e-9);
  });

  it('refuses a segment of nothing', () => {
    expect(() => changePointSingle({ values: [1, 2], minSegment: 0 })).toThrow(/minSegment/);
    expect(() => changePointSingle({ values: [1, NaN] })).toThrow(/values\[1\]/);
  });
});
