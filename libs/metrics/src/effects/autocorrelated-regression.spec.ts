import { uniformBits } from '../random/index.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { autocorrelatedRegression, its } from './index.js';

const step = (before: number, after: number): number[][] =>
  Array.from({ length: before + after }, (_, i) => [1, i < before ? 0 : 1]);

describe('autocorrelatedRegression', () => {
  // R 4.2, by dense matrices: M, R = rho^|i - j|, uniroot for rho; Newey-West written out.
  it('gives what dense matrices in R give', () => {
    const y = [5, 6, 5, 7, 8, 7, 8, 6, 6, 5, 6, 4, 5, 7, 6, 8, 9, 8, 9, 10, 8, 9, 7, 8, 7, 9, 8, 10, 9, 9];
    expectClose(
      autocorrelatedRegression({ y, x: step(15, 15), contrast: [0, 1] }),
      {
        estimate: 2.46666666667,
        se: 0.673483098577,
        seAutoregressive: 0.673483098577,
        seNeweyWest: 0.45640648363808,
        seOls: 0.382141002814,
        rho: 0.51687036956725,
        df: 7.55512692697503,
        lower: 0.89754891357913,
        upper: 4.0357844197542,
        p: 0.00704132676845,
        sigma: 1.12313193109011,
      },
      1e-9,
    );
  });

  it('gives what R gives with weights and a gap in time', () => {
    const y = [10, 12, 11, 13, 12, 15, 14, 16, 17, 18, 20, 19, 22, 23, 21, 24, 26, 25, 28, 27];
    const times = y.map((_, i) => (i < 10 ? i : i + 2));
    const result = autocorrelatedRegression({
      y,
      x: times.map((t) => [1, t, t < 12 ? 0 : 1]),
      contrast: [0, 0, 1],
      times,
      weights: [5, 8, 7, 6, 9, 10, 4, 6, 7, 8, 5, 6, 7, 9, 8, 10, 6, 7, 5, 8],
    });
    expectClose(
      result,
      {
        estimate: -0.888812010882,
        seAutoregressive: 1.206947855154,
        seNeweyWest: 0.446188414004,
        rho: 0.111803398875,
        df: 12.977583843038,
        lower: -3.496722230914,
        upper: 1.719098209149,
        p: 0.474581636045,
        sigma: 1.040408561014,
        seOls: 1.092957555535,
      },
      1e-8,
    );
  });

  it('has the estimate and the Newey-West error of its on the same model', () => {
    const y = [10, 12, 11, 13, 12, 17, 18, 20, 19, 22];
    const x = y.map((_, i) => [1, i + 1, i < 5 ? 0 : 1, Math.max(0, i - 5)]);
    const model = its({ values: y, interventionIndex: 5, lag: 1 });
    const { estimate, seNeweyWest, seOls } = autocorrelatedRegression({ y, x, contrast: [0, 0, 1, 0], lag: 1 });
    const { levelChange } = model;
    expectClose(
      [estimate, seNeweyWest, seOls],
      [levelChange!.estimate, levelChange!.seNeweyWest, levelChange!.seOls],
      1e-10,
    );
    const atEnd = autocorrelatedRegression({ y, x, contrast: [0, 0, 1, 4], lag: 1 });
    expectClose([atEnd.estimate, atEnd.seNeweyWest], [model.effectAtEnd, model.effectAtEndSe], 1e-10);
  });

  it('keeps its level where errors follow each other and Newey-West alone does not', () => {
    const runs = 800;
    const next = uniformBits(11);
    const normal = (): number =>
      Math.sqrt(-2 * Math.log((next() + 1) / 2 ** 32)) * Math.cos((2 * Math.PI * next()) / 2 ** 32);
    const x = step(26, 13);
    let wrong = 0;
    let wrongByNeweyWest = 0;
    for (let run = 0; run < runs; run += 1) {
      let error = normal();
      const y = x.map(() => (error = 0.5 * error + Math.sqrt(0.75) * normal()));
      const { estimate, p, seNeweyWest } = autocorrelatedRegression({ y, x, contrast: [0, 1] });
      if (p !== null && p < 0.05) wrong += 1;
      if (Math.abs(estimate!) > 2.03 * seNeweyWest!) wrongByNeweyWest += 1;
    }
    // Three standard errors of a simulated share of 5 %.
    expect(wrong / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
    expect(wrongByNeweyWest / runs).toBeGreaterThan(0.12);
  });

  it('has no fit without more values than columns or with columns that depend on each other', () => {
    const none = { ok: false, estimate: null, se: null, p: null };
    expect(autocorrelatedRegression({ y: [], x: [], contrast: [] })).toMatchObject({ n: 0, ...none });
    expect(autocorrelatedRegression({ y: [1, 2], x: step(1, 1), contrast: [0, 1] })).toMatchObject({ n: 2, ...none });
    const twice = {
      y: [1, 2, 4, 3],
      x: [
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      contrast: [0, 1],
    };
    expect(autocorrelatedRegression(twice)).toMatchObject({ n: 4, ...none });
  });

  it('tests nothing where nothing is left over', () => {
    const exact = autocorrelatedRegression({ y: [1, 1, 1, 3, 3, 3], x: step(3, 3), contrast: [0, 1] });
    expectClose(exact, { ok: true, estimate: 2, se: 0, rho: 0, df: 4, t: null, p: null, lower: null, upper: null });
  });

  it('takes a random walk for one: hardly anything is left of n', () => {
    const y = Array.from({ length: 30 }, (_, i) => Math.round(8 * Math.sin(i / 6)));
    const { rho, df, p } = autocorrelatedRegression({ y, x: step(15, 15), contrast: [0, 1] });
    expect(rho).toBe(0.98);
    expect(df).toBeLessThan(1);
    expect(p).toBeNull();
  });

  it('refuses by name', () => {
    const good = { y: [1, 2, 4, 3], x: step(2, 2), contrast: [0, 1] };
    expect(() => autocorrelatedRegression({ ...good, contrast: [1] })).toThrow(/contrast must have 2 entries, got 1/);
    expect(() => autocorrelatedRegression({ ...good, x: step(2, 1) })).toThrow(/x must have 4 entries, got 3/);
    expect(() => autocorrelatedRegression({ ...good, times: [0, 1, 1, 2] })).toThrow(/times\[2\] must be later than 1/);
    expect(() => autocorrelatedRegression({ ...good, weights: [1, 1, 0, 1] })).toThrow(/weights\[2\] must/);
    expect(() => autocorrelatedRegression({ ...good, y: [1, NaN, 2, 3] })).toThrow(/y\[1\]/);
    expect(() => autocorrelatedRegression({ ...good, lag: -1 })).toThrow(/lag/);
    expect(() => autocorrelatedRegression({ ...good, confidence: 1 })).toThrow(/confidence/);
  });
});
