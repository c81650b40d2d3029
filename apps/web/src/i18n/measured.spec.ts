import { decimalsOf } from './measured.js';

it.each([
  [65_962.31, 0],
  [-12.34, 1],
  [1, 1],
  [0, 1],
  [0.316_2, 3],
  [-0.012_3, 4],
  [0.001_64, 5],
  [0.000_002, 8],
  [1e-20, 10],
])('%p is shown with %i decimals', (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});
