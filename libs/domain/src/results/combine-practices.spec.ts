import fc from 'fast-check';
import { combinePractices } from './combine-practices.js';

const part = (weight: number, value: number, standardError: number | null, n = 20) => ({
  weight,
  value,
  standardError,
  n,
});

describe('combinePractices', () => {
  it('adds variances of independent practices and errors of practices that move as one', () => {
    const parts = [part(0.5, 2, 0.3), part(0.5, 4, 0.4)];
    expect(combinePractices(parts, 0)!.standardError).toBeCloseTo(0.25, 12);
    expect(combinePractices(parts, 1)!.standardError).toBeCloseTo(0.35, 12);
    expect(combinePractices(parts, 0.5)).toEqual({
      value: 3,
      standardError: Math.sqrt(0.5 * 0.0625 + 0.5 * 0.1225),
      degreesOfFreedom: 19,
    });
  });

  it('counts the people as the practices with few of them allow', () => {
    expect(combinePractices([part(0.5, 2, 0.3, 5), part(0.5, 4, 0.4, 20)], 0.5)!.degreesOfFreedom).toBeCloseTo(7, 12);
  });

  it('has a value but no error when one practice has none, and nothing without weight', () => {
    expect(combinePractices([part(0.5, 2, null), part(0.5, 4, 0.4)], 0.5)).toEqual({
      value: 3,
      standardError: null,
      degreesOfFreedom: null,
    });
    expect(combinePractices([], 0.5)).toBeNull();
    expect(combinePractices([part(0, 2, 0.3)], 0.5)).toBeNull();
  });

  it('does not care about the scale of the weights, and grows with the correlation', () => {
    const any = fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      value: fc.integer({ min: 1, max: 5 }),
      standardError: fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10),
      n: fc.integer({ min: 2, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (parts) => {
        const there = combinePractices(parts, 0.4)!;
        const scaled = combinePractices(
          parts.map((one) => ({ ...one, weight: one.weight * 8 })),
          0.4,
        )!;
        expect(scaled.value).toBeCloseTo(there.value, 12);
        expect(scaled.standardError!).toBeCloseTo(there.standardError!, 12);
        expect(combinePractices(parts, 0.6)!.standardError!).toBeGreaterThanOrEqual(there.standardError! - 1e-12);
      }),
    );
  });
});
