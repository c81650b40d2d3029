import fc from 'fast-check';
import { CompensatedSum, dyadicOf, ExactSum, momentsOf, quotient, sumOf } from './index.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** value × 2^1074 as an integer: every double has one. */
function inSmallestUnits(value: number): bigint {
  const { digits, exponent } = dyadicOf(value);
  return digits << BigInt(exponent + 1074);
}

describe('sums', () => {
  it('keep what plain addition loses', () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumOf([])).toBe(0);
    const sum = new CompensatedSum();
    for (let i = 0; i < 1e5; i += 1) sum.add(0.1);
    expect(sum.value).toBe(1e4);
  });

  it('are exact in ExactSum, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 30 }), (list) => {
        const exact = new ExactSum();
        for (const item of list) exact.add(item);
        const { digits, exponent } = exact.total();
        expect(digits << BigInt(exponent + 1074)).toBe(list.reduce((sum, item) => sum + inSmallestUnits(item), 0n));
      }),
    );
  });

  it('are exact for squares', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 10 }), (list) => {
        const exact = new ExactSum();
        for (const item of list) exact.addSquare(item);
        const { digits, exponent } = exact.total();
        const expected = list.reduce((sum, item) => sum + inSmallestUnits(item) ** 2n, 0n);
        expect(digits << BigInt(exponent + 2148)).toBe(expected);
      }),
    );
  });
});

describe('quotient', () => {
  it('is the division of doubles where that is exact to the last bit', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e200, max: 1e200 }),
        fc.integer({ min: 1, max: 1e9 }),
        (value, divisor) => {
          fc.pre(value === 0 || Math.abs(value) > 1e-200);
          expect(quotient(dyadicOf(value), BigInt(divisor))).toBe(value === 0 ? 0 : value / divisor);
        },
      ),
    );
  });
});

describe('momentsOf', () => {
  it('finds no variance in a constant, however it rounds', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 2, max: 50 }), (value, n) => {
        expect(momentsOf(Array<number>(n).fill(value))).toEqual({ n, mean: value, squares: 0, variance: 0 });
      }),
    );
  });

  // NIST StRD univariate: NumAcc3, certified mean 1000000.2 and sd 0.1; doubles of that size are 1e-10 apart.
  it('meets the certified values of NIST NumAcc3', () => {
    const values = [1000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 ? 1000000.3 : 1000000.1))];
    const { mean, variance } = momentsOf(values);
    expect(Math.abs(mean! - 1000000.2)).toBeLessThan(2e-10);
    expect(Math.abs(Math.sqrt(variance!) - 0.1)).toBeLessThan(2e-10);
  });
});
