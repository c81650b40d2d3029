import fc from 'fast-check';
import { filip, filipCertified } from '../reference/filip.factory.js';
import { longley, longleyCertified } from '../reference/longley.factory.js';
import { mtcars } from '../reference/mtcars.factory.js';
import { expectClose, rowsOf } from '../reference/relative-error.factory.js';
import { regressionStandardized, type RegressionStandardizedInput } from './regression-standardized.js';

const mtcarsInput = () => ({
  names: ['cyl', 'disp', 'hp', 'gear'],
  y: mtcars.mpg,
  X: rowsOf([mtcars.cyl, mtcars.disp, mtcars.hp, mtcars.gear]),
});

describe('regressionStandardized', () => {
  it('reproduces the certified values of NIST Longley', () => {
    const { y, ...columns } = longley;
    const result = regressionStandardized({ names: Object.keys(columns), y, X: rowsOf(Object.values(columns)) });
    const [intercept, interceptSe] = longleyCertified.intercept;
    expectClose(result, {
      n: 16,
      ok: true,
      df: 9,
      intercept,
      interceptSe,
      r2: longleyCertified.r2,
      f: longleyCertified.f,
    });
    longleyCertified.slopes.forEach(([b, se], j) => expectClose(result.coefficients![`x${j + 1}`], { b, se }));
  });

  // A polynomial of degree 10: its powers are collinear to within 6e-8, and rounding them already costs nine digits.
  it('reproduces the certified values of NIST Filip to the digits that its powers leave', () => {
    const powers = Array.from({ length: 10 }, (_, i) => filip.x.map((x) => x ** (i + 1)));
    const names = powers.map((_, i) => `x${i + 1}`);
    const result = regressionStandardized({ names, y: filip.y, X: rowsOf(powers) });
    expectClose(result, { r2: 0.99672741618562, f: 2162.43954511489 }, 1e-7);
    filipCertified.slice(1).forEach(([b, se], j) => expectClose(result.coefficients![names[j]!], { b, se }, 1e-6));
  });

  it('gives what R lm, car vif and scale() give for mtcars', () => {
    expectClose(regressionStandardized(mtcarsInput()), {
      n: 32,
      ok: true,
      r2: 0.77918963898305571,
      adjR2: 0.7464769929064714,
      f: 23.819217716563699,
      df: 27,
      intercept: 27.423422701029327442,
      interceptSe: 6.301084758782123707,
      coefficients: {
        cyl: {
          b: -0.866235356377043852,
          se: 0.849407465362994607,
          t: -1.019811329309259,
          p: 0.31686940272955138598,
          beta: -0.25668521794674753,
          vif: 7.746515067670753,
        },
        disp: { b: -0.011903482284183428, p: 0.3259956171276193, beta: -0.24478426453921551, vif: 7.3207901203431334 },
        hp: { b: -0.030501004671043688, p: 0.13549804979243532, beta: -0.34698098506557434, vif: 6.2173614922581928 },
        gear: { b: 1.42306262803347083, p: 0.25002996095663338, beta: 0.17420780517834253, vif: 2.6852452336459005 },
      },
    });
  });

  it('drops incomplete rows', () => {
    const { names, y, X } = mtcarsInput();
    const whole = regressionStandardized({ names, y, X });
    const holes = { names, y: [null, ...y, 3], X: [[1, 2, 3, 4], ...X, [1, null, 3, 4]] };
    expect(regressionStandardized(holes)).toEqual(whole);
  });

  it('calls an exact fit exact: no standard error, nothing to test', () => {
    const x = [0.1, 0.2, 0.3, 0.4, 0.7];
    const result = regressionStandardized({ names: ['x'], y: x.map((v) => 3 + 7 * v), X: x.map((v) => [v]) });
    expect(result).toMatchObject({
      ok: true,
      f: null,
      interceptSe: 0,
      coefficients: { x: { se: 0, t: null, p: null } },
    });
    expectClose(result, { r2: 1, intercept: 3, coefficients: { x: { b: 7, beta: 1, vif: 1 } } });
  });

  it.each<[string, (number | null)[], (number | null)[][]]>([
    ['no rows', [], []],
    ['one row', [1], [[1, 2]]],
    [
      'n = k + 1',
      [1, 2, 4],
      [
        [1, 2],
        [2, 1],
        [3, 5],
      ],
    ],
    ['nothing but missing values in a column', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5].map((v) => [v, null])],
    ['a constant column', [1, 2, 4, 4, 5], [1, 2, 3, 4, 9].map((v) => [v, 0.1])],
    [
      'a constant response',
      [0.1, 0.1, 0.1, 0.1, 0.1],
      [
        [1, 2],
        [2, 1],
        [3, 5],
        [5, 5],
        [7, 4],
      ],
    ],
    ['a column that is a multiple of another', [1, 2, 4, 4, 5], [1, 2, 3, 4, 9].map((v) => [v, v * 0.3 + 1.7])],
  ])('is not ok with %s', (_, y, X) => {
    const result = regressionStandardized({ names: ['a', 'b'], y, X });
    expect(result).toMatchObject({ ok: false, r2: null, f: null, df: null, intercept: null, coefficients: null });
  });

  it('still solves predictors that differ only in their ninth digit', () => {
    const x = Array.from({ length: 50 }, (_, i) => i + ((i * 7) % 5));
    const nearly = x.map((v, i) => v + 1e-8 * ((i * i) % 7));
    const y = x.map((v, i) => 2 + 3 * v + ((i * 13) % 11));
    const { ok, coefficients } = regressionStandardized({ names: ['x', 'nearly'], y, X: rowsOf([x, nearly]) });
    expect(ok).toBe(true);
    expect(coefficients!.x!.vif).toBeGreaterThan(1e16);
  });

  const data = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 8, max: 25 })).chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: k + 1, maxLength: k + 1 }), {
      minLength: n,
      maxLength: n,
    }),
  );

  it('does not see the order of the rows, and beta not the units', () => {
    fc.assert(
      fc.property(data, (rows) => {
        const y = rows.map((row) => row[0]!);
        const X = rows.map((row) => row.slice(1));
        const names = X[0]!.map((_, j) => `x${j}`);
        const result = regressionStandardized({ names, y, X });
        if (!result.ok) return;
        const reversed = regressionStandardized({ names, y: [...y].reverse(), X: [...X].reverse() });
        expect(reversed.r2).toBeCloseTo(result.r2!, 9);
        const scaled = regressionStandardized({
          names,
          y: y.map((v) => 4 - 2 * v),
          X: X.map((row) => row.map((v) => 9 * v)),
        });
        names.forEach((name) => {
          expect(reversed.coefficients![name]!.b).toBeCloseTo(result.coefficients![name]!.b, 8);
          expect(scaled.coefficients![name]!.beta).toBeCloseTo(-result.coefficients![name]!.beta, 8);
          expect(result.coefficients![name]!.vif).toBeGreaterThanOrEqual(1 - 1e-12);
        });
      }),
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['ragged rows', { names: ['a', 'b'], y: [1, 2], X: [[1, 2], [3]] }, /X\[1\]/],
    ['unequal lengths', { names: ['a'], y: [1, 2], X: [[1]] }, /X must have as many entries as y/],
    ['a name too few', { names: ['a'], y: [1], X: [[1, 2]] }, /X\[0\] must have as many entries as names/],
    ['a repeated name', { names: ['a', 'a'], y: [1], X: [[1, 2]] }, /names\[1\]/],
    ['NaN', { names: ['a'], y: [1], X: [[NaN]] }, /X\[0\]\[0\]/],
    ['text', { names: ['a'], y: ['1'], X: [[1]] }, /y\[0\]/],
  ])('refuses %s', (_, input, message) => {
    expect(() => regressionStandardized(input as RegressionStandardizedInput)).toThrow(message);
  });
});
