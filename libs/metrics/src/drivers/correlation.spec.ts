import fc from 'fast-check';
import { mtcars } from '../reference/mtcars.factory.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { correlation, type CorrelationResult } from './correlation.js';

const list = (length: number) => fc.array(fc.integer({ min: -20, max: 20 }), { minLength: length, maxLength: length });
const pair = fc.integer({ min: 2, max: 30 }).chain((n) => fc.tuple(list(n), list(n)));

describe('correlation', () => {
  // R 4.2 cor.test (method "spearman" with exact = FALSE) and cor(method = "kendall") on the quartet of Anscombe 1973.
  it.each([
    {
      x: [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      y: [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74],
      expected: {
        n: 11,
        pearson: 0.81623650600024289,
        pearsonT: 4.2385903897724448,
        pearsonP: 0.0021788162369107906,
        pearsonLower: 0.42393887395398899,
        pearsonUpper: 0.9506401739957725,
        spearman: 0.69090909090909092,
        spearmanP: 0.018565033381595021,
        kendallTauB: 0.5636363636363636,
      },
    },
    {
      x: [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8],
      y: [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89],
      expected: {
        pearson: 0.81652143688850287,
        pearsonT: 4.2430281885916346,
        pearsonP: 0.00216460234719722,
        spearman: 0.5,
        spearmanP: 0.11730680301423815,
        kendallTauB: 0.42640143271122083,
      },
    },
    {
      x: [1, 2, 2, 3, 4, 4, 4, 5, 6, 6],
      y: [2, 1, 3, 3, 5, 4, 4, 4, 6, 7],
      expected: {
        pearson: 0.8993480103868982,
        pearsonT: 5.817807089811242,
        pearsonP: 0.0003970297305412866,
        pearsonLower: 0.6218413264643047,
        pearsonUpper: 0.9761987073958137,
        spearman: 0.9184998108414195,
        spearmanP: 0.0001747802931990198,
        kendallTauB: 0.8148769172359113,
      },
    },
  ])('gives what R gives, ties included', ({ x, y, expected }) => {
    expectClose(correlation({ x, y }), expected);
  });

  it('reaches small p values and follows the confidence level (R cor.test on mtcars)', () => {
    const result = correlation({ x: mtcars.mpg, y: mtcars.wt, confidence: 0.9 });
    expectClose(result, {
      pearson: -0.8676593765172278,
      pearsonT: -9.559044146972111,
      pearsonP: 1.2939587013505163e-10,
      pearsonLower: -0.92591514988401946,
      pearsonUpper: -0.76908720785974927,
      spearman: -0.88642203327029789,
      spearmanP: 1.4875948581274329e-11,
      kendallTauB: -0.727832149528431,
    });
  });

  it('leaves t, p and limits open for a perfect correlation, and for rows too few', () => {
    const perfect = correlation({ x: [0.1, 0.2, 0.3, 0.7], y: [1.3, 1.6, 1.9, 3.1] });
    expect(perfect).toMatchObject({ pearson: 1, pearsonT: null, pearsonP: null, pearsonLower: null, spearmanP: null });
    expect(correlation({ x: [1, 2], y: [5, 3] })).toMatchObject({ n: 2, pearson: -1, kendallTauB: -1, pearsonT: null });
    const three = correlation({ x: [1, 2, 3], y: [1, 3, 2] });
    expect(three.pearsonT).not.toBeNull();
    expect(three.pearsonUpper).toBeNull();
  });

  it.each([
    ['no pairs', [], []],
    ['one pair', [1], [2]],
    ['no complete pair', [null, 3], [1, null]],
    ['a constant variable', [0.1, 0.1, 0.1], [1, 2, 3]],
  ])('is null with %s', (_, x, y) => {
    expect(correlation({ x, y })).toMatchObject({ pearson: null, pearsonT: null, spearman: null, kendallTauB: null });
  });

  it('drops incomplete pairs', () => {
    const whole = correlation({ x: [1, 2, 4, 3], y: [2, 1, 3, 5] });
    expect(correlation({ x: [1, 9, 2, 4, 3, null], y: [2, null, 1, 3, 5, 7] })).toEqual(whole);
  });

  it('is symmetric, blind to order and to a change of unit, and stays inside [-1, 1]', () => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        const result = correlation({ x, y });
        const same = (other: CorrelationResult) => expectClose(other, result, 1e-9, { least: 1e-3 });
        same(correlation({ x: y, y: x }));
        same(correlation({ x: [...x].reverse(), y: [...y].reverse() }));
        same(correlation({ x: x.map((v) => 5 + 3 * v), y }));
        for (const r of [result.pearson, result.spearman, result.kendallTauB]) {
          if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('counts Kendall pairs as a comparison of all pairs does', () => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        let difference = 0;
        let untiedX = 0;
        let untiedY = 0;
        x.forEach((xi, i) => {
          for (let j = 0; j < i; j += 1) {
            difference += Math.sign(xi - x[j]!) * Math.sign(y[i]! - y[j]!);
            untiedX += Number(xi !== x[j]);
            untiedY += Number(y[i] !== y[j]);
          }
        });
        const expected = untiedX && untiedY ? difference / Math.sqrt(untiedX * untiedY) : null;
        expectClose(correlation({ x, y }).kendallTauB, expected);
      }),
    );
  });

  it('refuses by name', () => {
    expect(() => correlation({ x: [1, NaN], y: [1, 2] })).toThrow(/x\[1\]/);
    expect(() => correlation({ x: [1], y: ['2' as unknown as number] })).toThrow(TypeError);
    expect(() => correlation({ x: [1, 2], y: [1] })).toThrow(RangeError);
    expect(() => correlation({ x: [1, 2], y: [1, 2], confidence: 95 })).toThrow(/confidence/);
  });
});
