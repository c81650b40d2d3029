import fc from 'fast-check';
import { ipa, type IpaInput } from './ipa.js';

const attribute = (id: string, importance: number | null, performance: number | null) => ({
  id,
  importance,
  performance,
});

describe('ipa', () => {
  // The four cells of the grid in Martilla & James 1977, Figure 1: concentrate here, keep up, low priority, overkill.
  it('puts an attribute into each of the four quadrants', () => {
    const { quadrants } = ipa({
      attributes: [attribute('a', 4, 2), attribute('b', 4, 4), attribute('c', 2, 2), attribute('d', 2, 4)],
    });
    expect(quadrants).toEqual({ a: 'concentrate', b: 'keep', c: 'low-priority', d: 'overkill' });
  });

  it('counts a value on the cross-hair as high, also where the mean is not exact in binary', () => {
    const attributes = [attribute('a', 0.1, 0.7), attribute('b', 0.1, 0.7), attribute('c', 0.1, 0.7)];
    expect(ipa({ attributes }).quadrants).toEqual({ a: 'keep', b: 'keep', c: 'keep' });
    const crosshair = { importance: 3, performance: 3 };
    expect(ipa({ attributes: [attribute('a', 3, 3)], crosshair }).quadrants).toEqual({ a: 'keep' });
  });

  it('keeps incomplete attributes out of the means and out of the quadrants', () => {
    const result = ipa({ attributes: [attribute('a', 5, 1), attribute('b', 1, 3), attribute('c', 9, null)] });
    expect(result.thresholds).toEqual({ importance: 3, performance: 2 });
    expect(result.quadrants.c).toBeNull();
    expect(result.gaps).toEqual({ a: 4, b: -2, c: null });
  });

  it('has no cross-hair without a complete attribute', () => {
    const none = { thresholds: { importance: null, performance: null }, quadrants: {}, gaps: {} };
    expect(ipa({ attributes: [] })).toEqual(none);
    expect(ipa({ attributes: [attribute('a', null, 2)] })).toEqual({
      ...none,
      quadrants: { a: null },
      gaps: { a: null },
    });
  });

  it('does not depend on the order of the attributes', () => {
    const value = fc.option(fc.integer({ min: 1, max: 7 }));
    const attributes = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), importance: value, performance: value }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(attributes, (list) => {
        expect(ipa({ attributes: [...list].reverse() })).toEqual(ipa({ attributes: list }));
      }),
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['a repeated id', { attributes: [attribute('a', 1, 1), attribute('a', 2, 2)] }, /attributes\[1\]\.id/],
    ['NaN', { attributes: [attribute('a', NaN, 1)] }, /attributes\[0\]\.importance/],
    ['text', { attributes: [{ id: 'a', importance: 1, performance: '2' }] }, /attributes\[0\]\.performance/],
    ['an unknown cross-hair', { attributes: [], crosshair: 'median' }, /crosshair/],
    ['half a cross-hair', { attributes: [], crosshair: { importance: 1 } }, /crosshair\.performance/],
  ])('refuses %s', (_, input, message) => {
    expect(() => ipa(input as IpaInput)).toThrow(message);
  });
});
