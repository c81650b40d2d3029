import {
  chiSquareUpperTail,
  fUpperTail,
  normalQuantile,
  normalTwoSidedP,
  tForConfidence,
  tTwoSidedP,
  zForConfidence,
} from './index.js';

// Reference values: SciPy 1.17 (norm.ppf, norm.sf, t.ppf, t.cdf, f.sf, chi2.sf).
describe('distributions', () => {
  it('give the exact normal quantile, not 1.96', () => {
    expect(zForConfidence(0.95)).toBe(1.959963984540054);
    expect(zForConfidence(0.99)).toBeCloseTo(2.5758293035489004, 14);
    expect(normalQuantile(0.975)).toBe(1.959963984540054);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-9) / -5.997807015007686).toBeCloseTo(1, 14);
  });

  // Near 0 the quantile is c·√(π/2) for the normal and tan(πc/2) for t with one degree of freedom, in closed form.
  it('keep relative precision for a tiny confidence, where the tail is half but for its last digits', () => {
    expect(zForConfidence(1e-12) / (Math.sqrt(Math.PI / 2) * 1e-12)).toBeCloseTo(1, 13);
    // √2·erfinv(c), SciPy 1.17.
    expect(zForConfidence(1e-4) / 1.253314140596669e-4).toBeCloseTo(1, 14);
    expect(zForConfidence(0.00999) / 0.012520935383239486).toBeCloseTo(1, 14);
    expect(zForConfidence(0.00999999999999) / zForConfidence(0.01)).toBeCloseTo(1, 11);
    expect(tForConfidence(1e-12, 1) / (Math.PI / 2)).toBeCloseTo(1e-12, 25);
    expect(tForConfidence(0.5e-4, 1) / Math.tan((Math.PI / 2) * 0.5e-4)).toBeCloseTo(1, 13);
  });

  it('keep relative precision far out in the tails', () => {
    expect(normalTwoSidedP(9) / 2.2571768119076845e-19).toBeCloseTo(1, 12);
    expect(tTwoSidedP(-10, 30) / 4.575251408229617e-11).toBeCloseTo(1, 12);
    expect(fUpperTail(50, 2, 10) / 6.209213230591552e-6).toBeCloseTo(1, 12);
    expect(chiSquareUpperTail(300, 5) / 1.0015302305957817e-62).toBeCloseTo(1, 12);
  });

  it('take degrees of freedom that are not whole', () => {
    expect(tForConfidence(0.95, 17.776473516178495)).toBeCloseTo(2.1028172415698014, 13);
  });

  it('end at the edges', () => {
    expect(fUpperTail(0, 2, 3)).toBe(1);
    expect(fUpperTail(Infinity, 2, 3)).toBe(0);
    expect(chiSquareUpperTail(0, 3)).toBe(1);
  });
});
