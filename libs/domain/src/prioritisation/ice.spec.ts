import fc from 'fast-check';
import { ice } from './ice.js';

const item = (impact: number | null, confidence: number | null, ease: number | null, id = 'x') => ({
  id,
  impact,
  confidence,
  ease,
});

describe('ice', () => {
  it('multiplies for the ranking and shows the mean beside it', () => {
    const result = ice({ items: [item(8, 5, 2), item(5, 5, 5), item(10, 10, 10), item(1, 1, 1)] });
    expect(result).toEqual({ product: [80, 125, 1000, 1], mean: [5, 5, 10, 1], ranks: [3, 2, 1, 4] });
  });

  it('has no score without all three factors', () => {
    expect(ice({ items: [item(8, null, 2), item(2, 2, 2)] })).toEqual({
      product: [null, 8],
      mean: [null, 2],
      ranks: [null, 1],
    });
    expect(ice({ items: [] })).toEqual({ product: [], mean: [], ranks: [] });
  });

  it.each([0, 0.99, 10.01, Number.NaN, Infinity])('refuses a factor of %p by name', (ease) => {
    expect(() => ice({ items: [item(1, 1, 1), item(1, 1, ease)] })).toThrow(RangeError);
    expect(() => ice({ items: [item(1, 1, 1), item(1, 1, ease)] })).toThrow('items[1].ease');
  });

  it('refuses a text', () => {
    expect(() => ice({ items: [item('7' as unknown as number, 1, 1)] })).toThrow(
      new TypeError('items[0].impact must be a finite number from 1 to 10 or null, got a string'),
    );
  });

  it('never ranks an item lower when one of its factors rises', () => {
    const factor = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(factor, factor, factor), { minLength: 1 }), (rows) => {
        const items = rows.map(([a, b, c]) => item(a, b, c));
        const raised = items.map((one, index) => (index === 0 ? { ...one, ease: one.ease! + 1 } : one));
        expect(ice({ items: raised }).ranks[0]!).toBeLessThanOrEqual(ice({ items }).ranks[0]!);
      }),
    );
  });
});
