import { middle, placesOf } from './lens-options.js';

it('the middle of a list divides it, whatever its order', () => {
  expect(middle([3, 1, 2])).toBe(2);
  expect(middle([4, 1, 2, 3])).toBe(2.5);
  expect(middle([])).toBe(0);
});

it('opportunities that are estimated alike share a place, and those without an estimate have none', () => {
  const rows = [
    { number: 1, impact: 2, effort: 3 },
    { number: 2, impact: null, effort: 3 },
    { number: 3, impact: 2, effort: 3 },
    { number: 4, impact: 2, effort: 1 },
  ];
  expect(placesOf(rows)).toEqual([
    { names: ['O-1', 'O-3'], effort: 3, impact: 2 },
    { names: ['O-4'], effort: 1, impact: 2 },
  ]);
});
