import fc from 'fast-check';
import { expectClose } from '../reference/relative-error.factory.js';
import { benjaminiHochberg } from './benjamini-hochberg.js';

// Benjamini & Hochberg 1995, section 4.1: fifteen endpoints of a trial of thrombolysis.
const thrombolysis = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('benjaminiHochberg', () => {
  it('rejects the four endpoints of the published example, with the adjusted values of R p.adjust', () => {
    const { adjusted, rejected } = benjaminiHochberg({ pValues: thrombolysis, q: 0.05 });
    expectClose(
      adjusted,
      [
        0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
        0.5811818181818181, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
      ],
    );
    expect(rejected.filter((reject) => reject)).toHaveLength(4);
  });

  it('leaves missing p values missing and out of the count', () => {
    expect(benjaminiHochberg({ pValues: [null, 0.02, null], q: 0.05 })).toEqual({
      adjusted: [null, 0.02, null],
      rejected: [null, true, null],
    });
    expect(benjaminiHochberg({ pValues: [], q: 0.05 })).toEqual({ adjusted: [], rejected: [] });
  });

  it('rises with the p values, never falls below them, stays at most 1 and follows their order', () => {
    fc.assert(
      fc.property(fc.array(probability), (pValues) => {
        const { adjusted } = benjaminiHochberg({ pValues, q: 0.1 });
        const order = pValues.map((_, i) => i).sort((i, j) => pValues[i]! - pValues[j]!);
        order.forEach((at, rank) => {
          expect(adjusted[at]).toBeGreaterThanOrEqual(rank > 0 ? adjusted[order[rank - 1]!]! : 0);
          expect(adjusted[at]).toBeGreaterThanOrEqual(pValues[at]!);
          expect(adjusted[at]).toBeLessThanOrEqual(1);
        });
        const reversed = benjaminiHochberg({ pValues: [...pValues].reverse(), q: 0.1 });
        expect([...reversed.adjusted].reverse()).toEqual(adjusted);
      }),
    );
  });

  it('rejects what the step-up rule of the paper rejects', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 64 }).map((v) => v / 64),
          { minLength: 1, maxLength: 16 },
        ),
        (pValues) => {
          const q = 0.23;
          const sorted = [...pValues].sort((a, b) => a - b);
          const k = sorted.findLastIndex((p, i) => p * sorted.length <= q * (i + 1));
          const { rejected } = benjaminiHochberg({ pValues, q });
          pValues.forEach((p, i) => expect(rejected[i]).toBe(k >= 0 && p <= sorted[k]!));
        },
      ),
    );
  });

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg({ pValues: [0.1, 1.1], q: 0.05 })).toThrow(
      /pValues\[1\] must be a finite number from 0 to 1 or null, got 1.1/,
    );
    expect(() => benjaminiHochberg({ pValues: [-0.1], q: 0.05 })).toThrow(RangeError);
    expect(() => benjaminiHochberg({ pValues: [0.1], q: 5 })).toThrow(/q must/);
  });
});
