import fc from 'fast-check';
import { npsScoreInterval } from './nps-score-interval.js';

/** Highest log-likelihood of the counts when promoters exceed detractors by theta, over a fine grid: no algebra. */
function mostLikelyDetractors(d: number, p: number, r: number, theta: number): number {
  let best = -Infinity;
  let at = 0;
  const lowest = Math.max(0, -theta);
  const highest = (1 - theta) / 2;
  for (let i = 1; i < 20000; i += 1) {
    const q = lowest + ((highest - lowest) * i) / 20000;
    const terms = [d * Math.log(q), r * Math.log(q + theta), p * Math.log(1 - 2 * q - theta)];
    const value = terms.reduce((sum, term) => sum + term, 0);
    if (value > best) [best, at] = [value, q];
  }
  return at;
}

describe('npsScoreInterval', () => {
  // The equation of the definition solved with SciPy's brentq.
  it.each([
    [2, 3, 5, -21.659219749038016, 67.5277887988257],
    [20, 30, 50, 13.955141614195693, 44.33930663358594],
    [0, 3, 7, 22.819424023308827, 89.22087325936991],
    [0, 0, 10, 44.49344002742215, 100],
    [10, 0, 0, -100, -44.49344002742215],
  ])('for %i, %i, %i', (detractors, passives, promoters, lower, upper) => {
    const result = npsScoreInterval({ counts: { detractors, passives, promoters } });
    expect(result.lower).toBeCloseTo(lower, 8);
    expect(result.upper).toBeCloseTo(upper, 8);
  });

  it('ends where the score statistic with the most likely detractors equals z', () => {
    const [d, p, r] = [6, 9, 14];
    const n = d + p + r;
    const { lower, upper } = npsScoreInterval({ counts: { detractors: d, passives: p, promoters: r } });
    for (const limit of [lower!, upper!]) {
      const theta = limit / 100;
      const q = mostLikelyDetractors(d, p, r, theta);
      const statistic = ((r - d) / n - theta) / Math.sqrt((2 * q + theta * (1 - theta)) / n);
      expect(Math.abs(statistic)).toBeCloseTo(1.959963984540054, 3);
    }
  });

  it('has no value without answers and refuses what is not a count', () => {
    expect(npsScoreInterval({ counts: { detractors: 0, passives: 0, promoters: 0 } })).toEqual({
      lower: null,
      upper: null,
    });
    expect(() => npsScoreInterval({ counts: { detractors: 0, passives: 1.5, promoters: 0 } })).toThrow(
      /counts.passives/,
    );
  });

  it('contains the score and mirrors when groups are exchanged', () => {
    const counts = fc.record({
      detractors: fc.nat(300),
      passives: fc.nat(300),
      promoters: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(counts, ({ detractors, passives, promoters }) => {
        const { lower, upper } = npsScoreInterval({ counts: { detractors, passives, promoters } });
        const mirrored = npsScoreInterval({ counts: { detractors: promoters, passives, promoters: detractors } });
        const score = (100 * (promoters - detractors)) / (detractors + passives + promoters);
        expect(lower).toBeGreaterThanOrEqual(-100);
        expect(lower).toBeLessThanOrEqual(score + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(score - 1e-9);
        expect(upper).toBeLessThanOrEqual(100);
        expect(mirrored.lower! + upper!).toBe(0);
      }),
    );
  });
});
