import { brierScore } from './index.js';

describe('brierScore', () => {
  it.each([
    [1, true, 0],
    [0, false, 0],
    [0.5, true, 0.25],
    [0.5, false, 0.25],
    [0.8, true, 0.04],
    [0.8, false, 0.64],
    [1, false, 1],
  ])('of a forecast held %d likely that came true: %s, is %d', (probability, cameTrue, score) => {
    expect(brierScore(probability, cameTrue)).toBeCloseTo(score, 12);
  });
});
