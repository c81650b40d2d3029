import fc from 'fast-check';
import { adjustForFalseDiscovery } from './false-discovery.js';

describe('adjustForFalseDiscovery', () => {
  // Benjamini & Hochberg (1995), section 4.1: 15 comparisons of a thrombolysis trial, four called at q = 0.05.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  it('calls four findings of the published example', () => {
    const adjusted = adjustForFalseDiscovery(published);
    expect(adjusted.filter((p) => p !== null && p <= 0.05)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 12);
    expect(adjusted[3]).toBeCloseTo(0.035625, 12);
  });

  it('leaves missing tests out of the count', () => {
    expect(adjustForFalseDiscovery([0.02, null, 0.04])).toEqual([0.04, null, 0.04]);
    expect(adjustForFalseDiscovery([null])).toEqual([null]);
  });

  it('keeps the order of p values and never makes one smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        const adjusted = adjustForFalseDiscovery(pValues);
        pValues.forEach((p, i) => {
          expect(adjusted[i]!).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(adjusted[i]!).toBeLessThanOrEqual(1);
          pValues.forEach((other, j) => {
            if (p < other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });
});
