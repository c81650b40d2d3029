import fc from 'fast-check';
import { impactEffort } from './impact-effort.js';

const place = (impact: number | null, effort: number | null) =>
  impactEffort({ items: [{ id: 'x', impact, effort }], impactThreshold: 5, effortThreshold: 3 }).quadrants[0];

describe('impactEffort', () => {
  it.each([
    [5, 2.9, 'quick-win'],
    [5, 3, 'major-project'],
    [4.9, 2.9, 'fill-in'],
    [4.9, 3, 'avoid'],
    [null, 3, null],
    [5, null, null],
  ])('places impact %p and effort %p as %p', (impact, effort, quadrant) => {
    expect(place(impact, effort)).toBe(quadrant);
  });

  it('refuses what is not a finite number', () => {
    expect(() => place(Number.NaN, 1)).toThrow('items[0].impact');
    expect(() => impactEffort({ items: [], impactThreshold: Infinity, effortThreshold: 1 })).toThrow('impactThreshold');
    expect(() => impactEffort({ items: [], impactThreshold: 1, effortThreshold: null as unknown as number })).toThrow(
      TypeError,
    );
  });

  it('does not depend on the unit', () => {
    const number = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(number, number, number, number, (impact, effort, impactThreshold, effortThreshold) => {
        const input = { items: [{ id: 'x', impact, effort }], impactThreshold, effortThreshold };
        const halved = {
          items: [{ id: 'x', impact: impact / 2, effort: effort / 2 }],
          impactThreshold: impactThreshold / 2,
          effortThreshold: effortThreshold / 2,
        };
        expect(impactEffort(halved)).toEqual(impactEffort(input));
      }),
    );
  });
});
