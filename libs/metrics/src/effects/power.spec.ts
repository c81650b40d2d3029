import { noncentralTUpperTail } from '../distributions/index.js';
import { expectClose } from '../reference/relative-error.factory.js';
import { powerMeans, powerProportions } from './index.js';

describe('noncentral t', () => {
  // R 4.2: pt(t, df, ncp, lower.tail = FALSE).
  it.each([
    [2, 5, 1.3, 0.305968689867],
    [3, 1, 1.3, 0.330906278304],
    [2, 300, 2.5, 0.691464643674],
  ])('has the upper tail of R beyond %d, df %d, shift %d', (t, df, delta, tail) => {
    expectClose(noncentralTUpperTail(t, df, delta), tail, 1e-7);
  });
});

describe('powerMeans', () => {
  // R 4.2: power.t.test.
  it('answers as R does, whichever of the three is asked for', () => {
    expectClose(powerMeans({ n: 20, change: 1, sd: 1 }).power, 0.868952801692, 1e-8);
    expectClose(powerMeans({ power: 0.9, change: 1, sd: 1 }).n, 22.0210977039, 1e-5);
    expectClose(powerMeans({ power: 0.8, change: 0.5, sd: 2 }).n, 252.128116123, 1e-5);
    expectClose(powerMeans({ power: 0.8, n: 30, sd: 2 }).change, 1.47125780306, 1e-5);
    expectClose(powerMeans({ n: 3, change: 2, sd: 1, alpha: 0.01 }).power, 0.156850815794, 1e-7);
  });

  it('says so when no sample is large enough, and needs two values at least', () => {
    expect(powerMeans({ change: 1e-6, sd: 1, power: 0.8 }).n).toBeNull();
    expect(powerMeans({ change: 1000, sd: 1, power: 0.8 }).n).toBe(2);
  });

  it('refuses by name', () => {
    expect(() => powerMeans({ n: 20, sd: 1 })).toThrow(/exactly one of n, change, power, got 2 left out/);
    expect(() => powerMeans({ n: 20, change: 1, power: 0.8, sd: 1 })).toThrow(/got 0 left out/);
    expect(() => powerMeans({ n: 1, change: 1, sd: 1 })).toThrow(/n must be a finite number of at least 2, got 1/);
    expect(() => powerMeans({ n: 9, change: -1, sd: 1 })).toThrow(/change must/);
    expect(() => powerMeans({ n: 9, change: 1, sd: 0 })).toThrow(/sd must/);
    expect(() => powerMeans({ n: 9, power: 0.01, sd: 1 })).toThrow(/power must/);
  });
});

describe('powerProportions', () => {
  // R 4.2: power.prop.test.
  it('answers as R does, whichever of the three is asked for', () => {
    expectClose(powerProportions({ n: 50, p1: 0.5, p2: 0.75 }).power, 0.740165901331, 1e-9);
    expectClose(powerProportions({ p1: 0.5, p2: 0.75, power: 0.9 }).n, 76.7069301141, 1e-7);
    expectClose(powerProportions({ p1: 0.1, p2: 0.05, power: 0.8, alpha: 0.01 }).n, 646.742151357, 1e-7);
    // R solves for a proportion to 1e-4 only.
    expectClose(powerProportions({ n: 76.65294, p1: 0.5, power: 0.9 }).p2, 0.7500916235, 1e-4);
  });

  it('says so when the sample sees no rise at all', () => {
    expect(powerProportions({ n: 2, p1: 0.9, power: 0.8 }).p2).toBeNull();
  });

  it('finds the sample that has the power', () => {
    for (const power of [0.1, 0.5, 0.8, 0.99]) {
      const { n } = powerProportions({ p1: 0.3, p2: 0.4, power });
      expectClose(powerProportions({ n, p1: 0.3, p2: 0.4 }).power, power, 1e-9);
    }
  });

  it('refuses by name', () => {
    expect(() => powerProportions({ p1: 0.5, p2: 0.5, power: 0.8 })).toThrow(/p2 must differ from p1/);
    expect(() => powerProportions({ p1: 0, p2: 0.5, power: 0.8 })).toThrow(/p1 must/);
    expect(() => powerProportions({ p1: 0.5, p2: 0.6 })).toThrow(/exactly one of n, p2, power/);
  });
});
