import fc from 'fast-check';
import { npsDifference } from './nps-difference.js';

const a = { detractors: 20, passives: 30, promoters: 50 };
const b = { detractors: 40, passives: 30, promoters: 30 };

describe('npsDifference', () => {
  // The formulas of R NPS (nps.test, two samples, "wald" and "adjusted.wald") evaluated apart, with SciPy 1.17.
  it('tests with the raw and the adjusted counts', () => {
    const { diff, wald, adjustedWald } = npsDifference({ a, b });
    expect(diff).toBe(40);
    expect(wald.se).toBeCloseTo(11.40175425099138, 12);
    expect(wald.z).toBeCloseTo(3.5082320772281173, 12);
    expect(wald.p! / 0.0004510953476143039).toBeCloseTo(1, 12);
    expect(wald.lower).toBeCloseTo(17.652972307480436, 11);
    expect(adjustedWald.diff).toBeCloseTo(38.83495145631068, 12);
    expect(adjustedWald.p! / 0.0005309253862366105).toBeCloseTo(1, 12);
    expect(adjustedWald.upper).toBeCloseTo(60.80402316729328, 11);
  });

  it('cannot test where nothing varies, but the adjusted form can', () => {
    const promoters = { detractors: 0, passives: 0, promoters: 5 };
    const detractors = { detractors: 5, passives: 0, promoters: 0 };
    const { diff, wald, adjustedWald } = npsDifference({ a: promoters, b: detractors });
    expect(diff).toBe(200);
    expect(wald).toEqual({ se: 0, z: null, p: null, lower: 200, upper: 200 });
    expect(adjustedWald.z).toBeGreaterThan(0);
  });

  it('has no value when a group is empty', () => {
    const none = { se: null, z: null, p: null, lower: null, upper: null };
    const empty = { detractors: 0, passives: 0, promoters: 0 };
    expect(npsDifference({ a, b: empty })).toEqual({ diff: null, wald: none, adjustedWald: { diff: null, ...none } });
  });

  it('refuses negative counts by name', () => {
    expect(() => npsDifference({ a, b: { ...b, passives: -2 } })).toThrow(/b.passives must be an integer from 0/);
    expect(() => npsDifference({ a } as never)).toThrow(new TypeError('b must be an object, got undefined'));
  });

  it('turns its sign when groups are exchanged, and stays within ±200', () => {
    const counts = fc.record({
      detractors: fc.nat(500),
      passives: fc.nat(500),
      promoters: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(counts, counts, (x, y) => {
        const forth = npsDifference({ a: x, b: y });
        const back = npsDifference({ a: y, b: x });
        expect(back.diff! + forth.diff!).toBe(0);
        expect(back.adjustedWald.p).toBe(forth.adjustedWald.p);
        expect(forth.wald.lower).toBeGreaterThanOrEqual(-200);
        expect(forth.wald.upper).toBeLessThanOrEqual(200);
        expect(forth.wald.lower).toBeLessThanOrEqual(forth.diff!);
      }),
    );
  });
});
