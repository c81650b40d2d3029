import fc from 'fast-check';
import { ratioDisagreement } from './ratio-disagreement.js';

/** The definition, pair by pair. */
function byDefinition(counts: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (const [c, countC] of counts) {
    for (const [k, countK] of counts) if (c !== k) sum += countC * countK * ((c - k) / (c + k)) ** 2;
  }
  return sum;
}

function series(n: number, value: (i: number) => number): [number, number][] {
  return Array.from({ length: n }, (_, i) => [value(i), 1 + (i % 3)]);
}

describe('the squared ratios over all pairs of many different values', () => {
  it.each([
    ['evenly spread', series(700, (i) => i + 1)],
    ['over 200 orders of magnitude', series(700, (i) => 10 ** (i / 3.5 - 100))],
    ['the smallest numbers there are', series(300, (i) => (i + 1) * Number.MIN_VALUE)],
    ['a hair apart', series(700, (i) => 1000 + i * 1e-9)],
    ['two far clusters', series(700, (i) => (i % 2 ? 1 + i / 1e4 : 1e6 + i))],
    ['0 among them', series(700, (i) => i)],
  ])('are what the definition says: %s', (_name, counts) => {
    expect(ratioDisagreement(counts) / byDefinition(counts)).toBeCloseTo(1, 12);
  });

  it.each([
    ['far apart, so that every pair is taken', { min: 0, max: 1e6 }, 0],
    ['within a thousandfold, so that nodes stand for them', { min: 1, max: 1e3 }, 250],
  ])('are so wherever the values lie: %s', (_name, range, decades) => {
    const values = fc.uniqueArray(fc.double({ ...range, noNaN: true }), { minLength: 201, maxLength: 260 });
    fc.assert(
      fc.property(values, fc.integer({ min: -decades, max: decades }), (list, exponent) => {
        const counts = list.map((value) => [value * 10 ** exponent, 1] as const);
        expect(ratioDisagreement(counts) / byDefinition(counts)).toBeCloseTo(1, 12);
      }),
      { numRuns: 50 },
    );
  });

  it('do not jump where pairs give way to nodes', () => {
    const step = (n: number) => ratioDisagreement(series(n, (i) => 1 + Math.sqrt(i)));
    const definition = (n: number) => byDefinition(series(n, (i) => 1 + Math.sqrt(i)));
    expect((step(201) - step(200)) / (definition(201) - definition(200))).toBeCloseTo(1, 9);
  });
});
