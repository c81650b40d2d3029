import { fractionDigits, toMajor, toMinor } from './money.js';

describe('money', () => {
  it('is kept in the smallest unit of its currency and read in the usual one', () => {
    expect([fractionDigits('EUR'), fractionDigits('JPY'), fractionDigits('KWD'), fractionDigits('e')]).toEqual([
      2, 0, 3, 2,
    ]);
    expect(toMinor(1.15, 'EUR')).toBe(115);
    expect(toMinor(1200, 'JPY')).toBe(1200);
    expect(toMajor(115, 'EUR')).toBe(1.15);
    expect([toMinor(null, 'EUR'), toMajor(null, null)]).toEqual([null, null]);
  });
});
