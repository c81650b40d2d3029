import { effectScale, shareOf } from './effect-scale.js';

const effect = (
  expected: number,
  estimate: number | null,
  lower: number | null = null,
  upper: number | null = null,
) => ({
  ...{ expected, estimate, lower, upper },
});

describe('what was measured as a share of what was promised', () => {
  it('turns with the sign of the promise', () => {
    expect(shareOf(effect(4, 2, 1, 3))).toEqual({ value: 0.5, lower: 0.25, upper: 0.75 });
    expect(shareOf(effect(-4, -2, -3, -1))).toEqual({ value: 0.5, lower: 0.25, upper: 0.75 });
    expect(shareOf(effect(-4, 2, 1, 3))).toEqual({ value: -0.5, lower: -0.75, upper: -0.25 });
    expect(shareOf(effect(4, null))).toEqual({ value: null, lower: null, upper: null });
  });

  it('always shows nought and the promise, and no whisker stretches the scale for all', () => {
    expect(effectScale([])).toEqual({ min: -0.2, max: 1.2 });
    expect(effectScale([effect(1, 0.5, -0.5, 1.5), effect(1, 0.1)])).toEqual({ min: -0.5, max: 1.5 });
    expect(effectScale([effect(1, 0, -90, 90)])).toEqual({ min: -3, max: 3 });
  });
});
