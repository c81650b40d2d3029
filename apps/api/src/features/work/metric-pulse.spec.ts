import { trendOf } from './metric-pulse.js';

const point = (value: number | null, lower: number | null = null, upper: number | null = null) => ({
  value,
  lower,
  upper,
});

it.each([
  ['nothing', [], null],
  ['one value', [point(1)], null],
  ['values that rise without intervals', [point(1), point(2)], 'up'],
  ['values that fall without intervals', [point(2), point(1)], 'down'],
  ['equal values', [point(2), point(2)], 'level'],
  ['intervals that overlap', [point(50, 40, 60), point(58, 48, 68)], 'unclear'],
  ['intervals apart, upwards', [point(50, 45, 55), point(70, 60, 80)], 'up'],
  ['intervals apart, downwards', [point(70, 60, 80), point(50, 45, 55)], 'down'],
  ['a value behind one that is not shown', [point(50), point(null), point(60)], 'up'],
])('the trend of %s is %p', (_, points, trend) => expect(trendOf(points)).toBe(trend));
