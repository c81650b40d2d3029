import fc from 'fast-check';
import { pareto } from './pareto.js';

const items = (values: Record<string, number | null>) => Object.entries(values).map(([id, value]) => ({ id, value }));

describe('pareto', () => {
  it('names the few that carry four fifths, the one that crosses included', () => {
    expect(pareto({ items: items({ tone: 10, wait: 70, form: 20 }) })).toEqual({
      order: ['wait', 'form', 'tone'],
      shares: [70, 20, 10],
      cumulative: [70, 90, 100],
      vitalFew: ['wait', 'form'],
    });
  });

  it('stops where the threshold is met exactly, also when rounding stands against it', () => {
    const thirds = items({ a: 0.1, b: 0.2, c: 0.3, d: 0.15 });
    expect(pareto({ items: thirds, threshold: 40 }).vitalFew).toEqual(['c']);
    const tenths = items(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`i${i}`, 0.1])));
    expect(pareto({ items: tenths, threshold: 80 }).vitalFew).toHaveLength(8);
  });

  it('breaks ties by id and leaves missing values out', () => {
    expect(pareto({ items: items({ b: 1, a: 1, gone: null }) }).order).toEqual(['a', 'b']);
  });

  it('has no shares of nothing', () => {
    expect(pareto({ items: items({ a: 0, b: 0 }) })).toEqual({
      order: ['a', 'b'],
      shares: [null, null],
      cumulative: [null, null],
      vitalFew: [],
    });
    expect(pareto({ items: [] })).toEqual({ order: [], shares: [], cumulative: [], vitalFew: [] });
  });

  it('refuses negative values and thresholds that are none', () => {
    expect(() => pareto({ items: items({ a: 1, b: -1 }) })).toThrow(
      new RangeError('items[1].value must be a finite number of at least 0 or null, got -1'),
    );
    for (const threshold of [0, -1, 101, Number.NaN])
      expect(() => pareto({ items: [], threshold })).toThrow(/^threshold/);
  });

  it('keeps order, sums to 100 and needs every one of the vital few', () => {
    const value = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, threshold) => {
        fc.pre(values.some((one) => one > 0));
        const input = { items: values.map((one, index) => ({ id: `i${index}`, value: one })), threshold };
        const { shares, cumulative, vitalFew, order } = pareto(input);
        expect(cumulative.at(-1)).toBe(100);
        expect(shares.reduce((sum, share) => sum! + share!, 0)).toBeCloseTo(100, 8);
        expect(cumulative[vitalFew.length - 1]!).toBeGreaterThanOrEqual(threshold - 1e-9);
        if (vitalFew.length > 1) expect(cumulative[vitalFew.length - 2]!).toBeLessThan(threshold - 1e-9);
        expect(order.slice(0, vitalFew.length)).toEqual(vitalFew);
        expect(pareto({ ...input, items: input.items.toReversed() })).toEqual(pareto(input));
      }),
    );
  });
});
