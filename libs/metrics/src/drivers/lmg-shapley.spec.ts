import fc from 'fast-check';
import { expectClose, rowsOf } from '../reference/relative-error.factory.js';
import { swiss } from '../reference/swiss.factory.js';
import { lmgShapley } from './lmg-shapley.js';

/** R² of a sub-model by Gaussian elimination on correlations: slow, and another way than the one under test. */
function r2Of(subset: number[], rxx: number[][], rxy: number[]): number {
  const table = subset.map((i) => [...subset.map((j) => rxx[i]![j]!), rxy[i]!]);
  let explained = 0;
  table.forEach((row, i) => {
    for (const later of table.slice(i + 1)) {
      const factor = later[i]! / row[i]!;
      row.forEach((entry, j) => (later[j]! -= factor * entry));
    }
    explained += row.at(-1)! ** 2 / row[i]!;
  });
  return explained;
}

/** LMG from its definition: the mean gain over every order of entry. */
function overAllOrders(rxx: number[][], rxy: number[]): number[] {
  const shares = rxy.map(() => 0);
  let orders = 0;
  const extend = (order: number[]): void => {
    const rest = rxy.map((_, j) => j).filter((j) => !order.includes(j));
    if (rest.length > 0) return rest.forEach((j) => extend([...order, j]));
    orders += 1;
    order.forEach(
      (j, at) => (shares[j]! += r2Of(order.slice(0, at + 1), rxx, rxy) - r2Of(order.slice(0, at), rxx, rxy)),
    );
  };
  extend([]);
  return shares.map((share) => share / orders);
}

/** Equal correlations c among k predictors, and a response that differs in its correlations. */
const equicorrelated = (k: number, c: number) => ({
  rxx: Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : c))),
  rxy: Array.from({ length: k }, (_, j) => 0.3 + 0.02 * j),
});

describe('lmgShapley', () => {
  // Grömping 2006, J Stat Softw 17(1), relaimpo on R swiss; further digits from lm() over all sub-models in R 4.2.
  it('decomposes fertility in the swiss data as relaimpo does', () => {
    const { fertility, ...columns } = swiss;
    expectClose(lmgShapley({ y: fertility, X: rowsOf(Object.values(columns)) }), {
      r2: 0.7067350015927254,
      lmg: [0.057091220768091214, 0.1711730289002342, 0.26013467862438444, 0.10557015037349365, 0.11276592292652186],
      lmgPercent: [8.0781651735697579, 24.220256321601738, 36.807951783643773, 14.937727738908739, 15.955898982275988],
      first: [0.12466490990574781, 0.41716447050059063, 0.44061564672392334, 0.21500350161854373, 0.17351892732486229],
    });
    expectClose(
      lmgShapley({ y: fertility, X: rowsOf(Object.values(columns)) }).last,
      [0.042869607125493925, 0.0073874185151243665, 0.16196269307733568, 0.062372625827423644, 0.056945258732497228],
      1e-11,
    );
  });

  it('is the mean over all orders of entry', () => {
    const correlation = fc.double({ min: -0.2, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(fc.array(correlation, { minLength: 10, maxLength: 10 }), (r) => {
        const rxx = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : r[i + j - 1]!)));
        const { lmg } = lmgShapley({ rxx, rxy: r.slice(6, 10) });
        overAllOrders(rxx, r.slice(6, 10)).forEach((share, j) => expect(lmg![j]).toBeCloseTo(share, 12));
      }),
      { numRuns: 50 },
    );
  });

  it('sums to R² for 12 predictors, and in any order of the predictors', () => {
    const { rxx, rxy } = equicorrelated(12, 0.4);
    const result = lmgShapley({ rxx, rxy });
    expect(result.lmg!.reduce((a, b) => a + b)).toBeCloseTo(result.r2!, 13);
    const reversed = lmgShapley({ rxx, rxy: [...rxy].reverse() });
    expectClose([...reversed.lmg!].reverse(), result.lmg, 1e-11);
  });

  it('shares equally between predictors that cannot be told apart, however nearly collinear they are', () => {
    const rest = 1 - 1e-9;
    expectClose(
      lmgShapley({
        rxx: [
          [1, rest],
          [rest, 1],
        ],
        rxy: [0.5, 0.5],
      }).lmg,
      [0.125, 0.125],
      1e-6,
    );
  });

  it('sums to R², without a negative share', () => {
    const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 7, maxLength: 30 }), (rows) => {
        const { r2, lmg, lmgPercent } = lmgShapley({ y: rows.map((r) => r[0]!), X: rows.map((r) => r.slice(1)) });
        if (lmg === null) return;
        expect(lmg.reduce((a, b) => a + b)).toBeCloseTo(r2!, 12);
        lmg.forEach((share) => expect(share).toBeGreaterThan(-1e-12));
        if (lmgPercent) expect(lmgPercent.reduce((a, b) => a + b)).toBeCloseTo(100, 9);
      }),
    );
  });

  it('is null when the model has no answer', () => {
    const undefinedShares = { r2: null, lmg: null, lmgPercent: null, first: null, last: null };
    expect(lmgShapley({ y: [], X: [] })).toEqual(undefinedShares);
    expect(
      lmgShapley({
        y: [1, 2, 3],
        X: [
          [1, 2],
          [2, 3],
          [4, 1],
        ],
      }),
    ).toEqual(undefinedShares);
    expect(lmgShapley({ y: [1, 2, 4, 3, 5], X: [1, 2, 3, 4, 6].map((v) => [v, 3 * v]) })).toEqual(undefinedShares);
    expect(
      lmgShapley({
        rxx: [
          [1, -1],
          [-1, 1],
        ],
        rxy: [0.2, -0.2],
      }),
    ).toEqual(undefinedShares);
    expect(lmgShapley({ rxx: [[1]], rxy: [0] })).toMatchObject({ r2: 0, lmg: [0], lmgPercent: null });
  });

  it('refuses more predictors than can be taken apart, and bad input by name', () => {
    expect(() => lmgShapley(equicorrelated(21, 0.1))).toThrow(/rxx must have at most 20 predictors, got 21/);
    expect(() => lmgShapley({ y: [1, 2], X: [[1], [Infinity]] })).toThrow(/X\[1\]\[0\]/);
    expect(() =>
      lmgShapley({
        rxx: [
          [1, 0.5],
          [0.4, 1],
        ],
        rxy: [0.1, 0.1],
      }),
    ).toThrow(RangeError);
  });
});
