import fc from 'fast-check';
import { wholePercents } from './shares.js';

describe('wholePercents', () => {
  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ])('%j → %j', (counts, percents) => {
    expect(wholePercents(counts)).toEqual(percents);
  });

  it('always sums to 100 and is never a whole percent away from the exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 9 }), (counts) => {
        const total = counts.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const percents = wholePercents(counts);
        expect(percents.reduce((a, b) => a + b, 0)).toBe(100);
        percents.forEach((percent, i) => expect(Math.abs(percent - (counts[i]! / total) * 100)).toBeLessThan(1));
      }),
    );
  });
});
