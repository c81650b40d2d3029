import fc from 'fast-check';
import { wsjf } from './wsjf.js';

const item = (
  businessValue: number | null,
  timeCriticality: number | null,
  riskReduction: number | null,
  jobSize: number | null,
) => ({ id: 'x', businessValue, timeCriticality, riskReduction, jobSize });

describe('wsjf', () => {
  it('adds up the cost of delay and divides it by the size of the job', () => {
    expect(wsjf({ items: [item(8, 5, 2, 3), item(13, 8, 8, 13), item(1, 1, 1, 0.5)] })).toEqual({
      costOfDelay: [15, 29, 3],
      scores: [5, 29 / 13, 6],
      ranks: [2, 3, 1],
    });
  });

  it('keeps the cost of delay when only the size is missing', () => {
    expect(wsjf({ items: [item(8, 5, 2, null), item(8, null, 2, 3), item(1, 0, 0, 1)] })).toEqual({
      costOfDelay: [15, null, 1],
      scores: [null, null, 1],
      ranks: [null, null, 1],
    });
  });

  it.each([
    ['businessValue', item(-1, 1, 1, 1)],
    ['timeCriticality', item(1, Infinity, 1, 1)],
    ['riskReduction', item(1, 1, Number.NaN, 1)],
    ['jobSize', item(1, 1, 1, 0)],
  ])('refuses an impossible %s by name', (name, wrong) => {
    expect(() => wsjf({ items: [item(1, 1, 1, 1), wrong] })).toThrow(RangeError);
    expect(() => wsjf({ items: [item(1, 1, 1, 1), wrong] })).toThrow(`items[1].${name}`);
  });

  it('does not depend on which part of the cost of delay is which', () => {
    const part = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part, part, fc.integer({ min: 1, max: 20 }))), (rows) => {
        const there = wsjf({ items: rows.map(([a, b, c, size]) => item(a, b, c, size)) });
        const turned = wsjf({ items: rows.map(([a, b, c, size]) => item(c, a, b, size)) });
        expect(turned).toEqual(there);
      }),
    );
  });
});
