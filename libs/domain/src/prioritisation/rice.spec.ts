import fc from 'fast-check';
import { rice, RICE_IMPACTS } from './rice.js';

const item = (reach: number | null, impact: number | null, confidence: number | null, effort: number | null) => ({
  id: 'x',
  reach,
  impact,
  confidence,
  effort,
});

describe('rice', () => {
  it('divides what can be expected by what it takes', () => {
    expect(rice({ items: [item(500, 2, 0.8, 4), item(2000, 0.25, 1, 5), item(30, 3, 0.5, 0.5)] })).toEqual({
      scores: [200, 100, 90],
      ranks: [1, 2, 3],
    });
  });

  it('shares a rank between scores that differ by rounding alone', () => {
    expect(rice({ items: [item(3, 1, 0.1, 1), item(0.3, 1, 1, 1), item(0, 1, 1, 1)] }).ranks).toEqual([1, 1, 3]);
  });

  it('has no score and no rank while a factor is missing', () => {
    expect(rice({ items: [item(null, 2, 0.8, 4), item(1, 1, 1, 1)] })).toEqual({ scores: [null, 1], ranks: [null, 1] });
  });

  it.each([
    ['reach', item(-1, 1, 1, 1)],
    ['impact', item(1, 1.5, 1, 1)],
    ['confidence', item(1, 1, 80, 1)],
    ['confidence', item(1, 1, -0.1, 1)],
    ['effort', item(1, 1, 1, 0)],
    ['effort', item(1, 1, 1, -2)],
    ['effort', item(null, null, null, Number.NaN)],
  ])('refuses an impossible %s by name', (name, wrong) => {
    expect(() => rice({ items: [item(1, 1, 1, 1), wrong] })).toThrow(RangeError);
    expect(() => rice({ items: [item(1, 1, 1, 1), wrong] })).toThrow(`items[1].${name}`);
  });

  it('ranks the same whatever the unit of reach and effort', () => {
    const one = fc.record({
      id: fc.constant('x'),
      reach: fc.integer({ min: 0, max: 10_000 }),
      impact: fc.constantFrom(...RICE_IMPACTS),
      confidence: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      effort: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(one), (items) => {
        const scaled = items.map((each) => ({ ...each, reach: each.reach * 12, effort: each.effort * 4 }));
        expect(rice({ items: scaled }).ranks).toEqual(rice({ items }).ranks);
      }),
    );
  });
});
