import fc from 'fast-check';
import { mtcars } from '../reference/mtcars.factory.js';
import { expectClose, rowsOf } from '../reference/relative-error.factory.js';
import { swiss } from '../reference/swiss.factory.js';
import { correlation } from './correlation.js';
import { type DriverInput } from './driver-input.js';
import { lmgShapley } from './lmg-shapley.js';
import { relativeWeights } from './relative-weights.js';

const undefinedWeights = { r2: null, raw: null, rescaled: null };

describe('relativeWeights', () => {
  // R rwa, documentation of rwa_multiregress on mtcars (mpg on cyl, disp, hp, wt): 0.2096904, 0.1883043, 0.1799590,
  // 0.2706812; further digits by eigen() in R 4.2.
  it('gives the weights of R rwa for mtcars', () => {
    const X = rowsOf([mtcars.cyl, mtcars.disp, mtcars.hp, mtcars.wt]);
    expectClose(relativeWeights({ y: mtcars.mpg, X }), {
      r2: 0.8486347934212333,
      raw: [0.209690357573585, 0.1883042693700657, 0.1799589804257581, 0.2706811860518246],
      rescaled: [24.70913980891918, 22.18908190305578, 21.20570377514944, 31.89607451287561],
    });
  });

  it('takes correlations as well as observations', () => {
    const { fertility, ...columns } = swiss;
    const predictors = Object.values(columns);
    const r = (x: number[], y: number[]) => (x === y ? 1 : correlation({ x, y }).pearson!);
    const fromCorrelations = relativeWeights({
      rxx: predictors.map((x) => predictors.map((y) => r(x, y))),
      rxy: predictors.map((x) => r(x, fertility)),
    });
    expectClose(relativeWeights({ y: fertility, X: rowsOf(predictors) }), fromCorrelations);
    expectClose(
      fromCorrelations.raw,
      [0.048416895811900645, 0.15470824980615999, 0.27196410464599902, 0.11468002994756152, 0.11696572138110456],
    );
  });

  it('agrees with LMG for two predictors, where the two methods are one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.95, max: 0.95, noNaN: true }),
        fc.double({ min: -0.6, max: 0.6, noNaN: true }),
        (r, ry) => {
          const input = {
            rxx: [
              [1, r],
              [r, 1],
            ],
            rxy: [ry, 0.1],
          };
          const { raw } = relativeWeights(input);
          if (raw === null) return;
          lmgShapley(input).lmg!.forEach((share, j) => expect(raw[j]).toBeCloseTo(share, 9));
        },
      ),
    );
  });

  it('sums to R², never below 0, in whatever order the predictors stand', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 5 }), {
      minLength: 8,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const y = table.map((row) => row[0]!);
        const result = relativeWeights({ y, X: table.map((row) => row.slice(1)) });
        if (result.raw === null) return;
        expect(result.raw.reduce((a, b) => a + b)).toBeCloseTo(result.r2!, 10);
        result.raw.forEach((weight) => expect(weight).toBeGreaterThanOrEqual(0));
        const reversed = relativeWeights({ y, X: table.map((row) => row.slice(1).reverse()) });
        [...reversed.raw!].reverse().forEach((weight, j) => expect(weight).toBeCloseTo(result.raw![j]!, 8));
      }),
    );
  });

  it.each<[string, DriverInput]>([
    ['no observations', { y: [], X: [] }],
    ['no predictors', { rxx: [], rxy: [] }],
    ['one observation', { y: [1], X: [[1]] }],
    [
      'n = k + 1',
      {
        y: [1, 3, 2],
        X: [
          [1, 2],
          [2, 1],
          [4, 4],
        ],
      },
    ],
    ['a constant column', { y: [1, 3, 2, 5], X: [[1], [1], [1], [1]] }],
    ['a constant response', { y: [2, 2, 2, 2], X: [[1], [2], [1], [1]] }],
    [
      'collinear observations',
      {
        y: [1, 3, 2, 5, 4],
        X: [
          [1, 2],
          [2, 4],
          [4, 8],
          [3, 6],
          [7, 14],
        ],
      },
    ],
    [
      'singular correlations',
      {
        rxx: [
          [1, 1],
          [1, 1],
        ],
        rxy: [0.3, 0.3],
      },
    ],
    [
      'correlations that no data have',
      {
        rxx: [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
        rxy: [0.1, 0.1, 0.1],
      },
    ],
    [
      'an R² above 1',
      {
        rxx: [
          [1, 0],
          [0, 1],
        ],
        rxy: [0.9, 0.9],
      },
    ],
    [
      'a missing correlation',
      {
        rxx: [
          [1, null],
          [null, 1],
        ],
        rxy: [0.3, 0.3],
      },
    ],
  ])('is null with %s', (_, input) => {
    expect(relativeWeights(input)).toEqual(undefinedWeights);
  });

  it('has nothing to rescale when R² is 0', () => {
    expect(
      relativeWeights({
        rxx: [
          [1, 0.2],
          [0.2, 1],
        ],
        rxy: [0, 0],
      }),
    ).toEqual({ r2: 0, raw: [0, 0], rescaled: null });
  });

  it.each<[string, unknown, RegExp]>([
    ['both forms', { y: [1], X: [[1]], rxx: [[1]], rxy: [1] }, /y and X or rxx and rxy, got both/],
    ['half a form', { rxx: [[1]] }, /rxy must be an array/],
    ['no form', {}, /y must be an array/],
    ['a table that is not square', { rxx: [[1, 0]], rxy: [0.3] }, /rxx\[0\]/],
    [
      'an asymmetric table',
      {
        rxx: [
          [1, 0.2],
          [0.3, 1],
        ],
        rxy: [0.3, 0.1],
      },
      /rxx\[0\]\[1\] must be equal to rxx\[1\]\[0\]/,
    ],
    ['a diagonal that is not 1', { rxx: [[2]], rxy: [0.3] }, /rxx\[0\]\[0\]/],
    ['a correlation out of range', { rxx: [[1]], rxy: [1.3] }, /rxy\[0\]/],
    ['unequal lengths', { y: [1, 2], X: [[1]] }, /X must have as many/],
  ])('refuses %s', (_, input, message) => {
    expect(() => relativeWeights(input as DriverInput)).toThrow(message);
  });
});
