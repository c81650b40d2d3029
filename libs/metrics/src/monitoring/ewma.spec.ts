import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { ewma } from './ewma.js';

const chart = { lambda: 0.3, target: 50, sigma: 2.0539, L: 3 };
const values = [
  52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1,
];

describe('ewma', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.4.
  it('gives the averages and limits of the NIST example', () => {
    const result = ewma({ ...chart, values, asymptotic: true });
    expect(result.ewma.map((z) => z.toFixed(2))).toEqual(
      '50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05 49.38 49.92 50.73 51.23 51.94 51.99'.split(
        ' ',
      ),
    );
    expect(result.upper[0]).toBeCloseTo(52.5884, 3);
    expect(result.lower[19]).toBeCloseTo(47.4115, 3);
    expect(result.signals).toEqual([]);
  });

  it('opens exact limits step by step towards the asymptotic ones', () => {
    const exact = ewma({ ...chart, values });
    // R 4.2: 50 + 3 * 2.0539 * sqrt(.3 / 1.7 * (1 - .7^(2 * 1:3)))
    expectClose(exact.upper.slice(0, 3), [51.84851, 52.25639401212399, 52.43140557079542]);
    exact.upper.forEach((limit, i) => expect(limit).toBeGreaterThan(exact.upper[i - 1] ?? 50));
    const slow = ewma({ ...chart, lambda: 1e-9, values: [50] });
    expectClose(slow.upper[0]! - 50, 3 * 2.0539 * 1e-9, 1e-5);
  });

  it('is the series itself with λ = 1, and carries the average over a gap', () => {
    const shewhart = ewma({ ...chart, lambda: 1, values: [51, 57, null] });
    expect(shewhart.ewma).toEqual([51, 57, 57]);
    expectClose(shewhart.upper, [50 + 3 * 2.0539, 50 + 3 * 2.0539, 50 + 3 * 2.0539]);
    expect(shewhart.signals).toEqual([1, 2]);
    expect(ewma({ ...chart, values: [null] }).ewma).toEqual([50]);
    expect(ewma({ ...chart, values: [] })).toEqual({ ewma: [], upper: [], lower: [], signals: [] });
  });

  it('sees nothing in a constant at the target, whatever the weight and even without variance', () => {
    const weight = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), weight, (target, lambda) => {
        const constant = Array.from({ length: 20 }, () => target);
        expect(ewma({ values: constant, lambda, target, sigma: 0, L: 3 }).signals).toEqual([]);
      }),
    );
  });

  it.each<[string, object, RegExp]>([
    ['a weight of 0', { lambda: 0 }, /lambda must be a finite number greater than 0 and at most 1/],
    ['a negative deviation', { sigma: -1 }, /sigma/],
    ['limits of no width', { L: 0 }, /L must/],
    ['a flag that is not one', { asymptotic: 'yes' }, /asymptotic/],
  ])('refuses %s', (_, change, message) => {
    expect(() => ewma({ ...chart, values, ...change })).toThrow(message);
  });
});
