import fc from 'fast-check';
import { twoProportions } from './two-proportions.js';

describe('twoProportions', () => {
  // Newcombe (1998) Statistics in Medicine 17:873-890, Table II, method 10, contrasts (a) to (h), four decimals.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i against %i/%i as published', (x1, n1, x2, n2, lower, upper) => {
    const result = twoProportions({ x1, n1, x2, n2 });
    expect(result.lower).toBeCloseTo(lower, 4);
    expect(result.upper).toBeCloseTo(upper, 4);
  });

  it('has a z whose square is the chi-square of the 2 × 2 table', () => {
    const [a, b, c, d] = [56, 14, 48, 32];
    const chiSquare = (150 * (a * d - b * c) ** 2) / ((a + b) * (c + d) * (a + c) * (b + d));
    expect(twoProportions({ x1: a, n1: a + b, x2: c, n2: c + d }).z! ** 2).toBeCloseTo(chiSquare, 12);
  });

  it('has an interval but no test when nothing varies, and nothing when a sample is empty', () => {
    expect(twoProportions({ x1: 0, n1: 10, x2: 0, n2: 20 })).toMatchObject({ diff: 0, z: null, p: null });
    expect(twoProportions({ x1: 1, n1: 2, x2: 0, n2: 0 })).toEqual({
      p1: null,
      p2: null,
      diff: null,
      z: null,
      p: null,
      lower: null,
      upper: null,
    });
  });

  it('refuses more successes than observations', () => {
    expect(() => twoProportions({ x1: 1, n1: 2, x2: 4, n2: 3 })).toThrow(/x2 must be an integer from 0 to 3, got 4/);
  });

  it('contains the difference and stays within -1 and 1', () => {
    const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));
    fc.assert(
      fc.property(sample, sample, ([x1, n1], [x2, n2]) => {
        const { diff, lower, upper } = twoProportions({ x1, n1, x2, n2 });
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(lower).toBeLessThanOrEqual(diff!);
        expect(upper).toBeGreaterThanOrEqual(diff!);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
