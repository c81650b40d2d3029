import fc from 'fast-check';
import { welchT } from './welch-t.js';

const extra1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const extra2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('welchT', () => {
  // R: t.test(extra ~ group, data = sleep) prints t = -1.8608, df = 17.776, p-value = 0.07939 and the limits below.
  it('gives what R documents for the sleep data', () => {
    const result = welchT({ a: extra1, b: extra2 });
    expect(result.t).toBeCloseTo(-1.8608, 4);
    expect(result.df).toBeCloseTo(17.776474, 6);
    expect(result.p).toBeCloseTo(0.07939414, 8);
    expect(result.lower).toBeCloseTo(-3.3654832, 7);
    expect(result.upper).toBeCloseTo(0.2054832, 7);
  });

  it('tests with one group that does not vary: then only the other counts', () => {
    const { df, se } = welchT({ a: [1, 2, 3], b: [5, 5, 5] });
    expect(df).toBeCloseTo(2, 14);
    expect(se).toBeCloseTo(Math.sqrt(1 / 3), 14);
  });

  it('has no test without variance or with one value, and no difference with none', () => {
    const untested = { t: null, df: null, p: null, lower: null, upper: null };
    expect(welchT({ a: [1, 1], b: [2, 2] })).toMatchObject({ diff: -1, se: 0, ...untested });
    expect(welchT({ a: [0.1, 0.1, 0.1], b: [0.7, 0.7] })).toMatchObject({ se: 0, ...untested });
    expect(welchT({ a: [1, null], b: [2, 2] })).toMatchObject({ nA: 1, diff: -1, se: null, ...untested });
    expect(welchT({ a: [null], b: [2] })).toEqual({
      nA: 0,
      nB: 1,
      meanA: null,
      meanB: 2,
      diff: null,
      se: null,
      ...untested,
    });
  });

  it('refuses what is not a number, by name and index', () => {
    expect(() => welchT({ a: [1, 2], b: [1, NaN] })).toThrow(
      new RangeError('b[1] must be a finite number or null, got NaN'),
    );
    expect(() => welchT({ a: 3 as unknown as number[], b: [] })).toThrow(TypeError);
  });

  it('turns its sign when the groups are exchanged and ignores their order', () => {
    const group = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(group, group, (a, b) => {
        const forth = welchT({ a, b });
        const back = welchT({ a: b.toReversed(), b: a.toReversed() });
        expect(back.diff).toBeCloseTo(-forth.diff!, 10);
        expect(back.p === null ? null : back.p.toFixed(10)).toBe(forth.p === null ? null : forth.p.toFixed(10));
        if (forth.lower !== null) expect(forth.lower).toBeLessThanOrEqual(forth.diff!);
      }),
    );
  });
});
