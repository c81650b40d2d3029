import fc from 'fast-check';
import { mergeNpsCounts, npsCounts } from './nps-counts.js';
import { nps } from './nps.js';

const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }), { maxLength: 60 });

describe('nps', () => {
  it('is the mean of −100, 0 and 100, and its standard error that of such a mean with divisor n', () => {
    const result = nps({ scores: [10, 9, 9, 8, 7, 10, 6, 3, null, 9, 8] });
    const points = [100, 100, 100, 0, 0, 100, -100, -100, 100, 0];
    const mean = points.reduce((sum, x) => sum + x, 0) / 10;
    const variance = points.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 10;
    expect(result).toMatchObject({ n: 10, missing: 1, detractors: 2, passives: 3, promoters: 5, nps: mean });
    expect(result.variance).toBeCloseTo(variance / 1e4, 14);
    expect(result.se).toBeCloseTo(Math.sqrt(variance / 10), 12);
  });

  // Rocks (2016), section 3: Wald on (d + .75, p + 1.5, r + .75), n + 3. Evaluated apart, with SciPy 1.17's quantile.
  it('has the intervals of Rocks', () => {
    const { wald, adjustedWald } = nps({ counts: { detractors: 2, passives: 3, promoters: 5 } });
    expect(wald.lower).toBeCloseTo(30 - 1.959963984540054 * 24.69817807045694, 10);
    expect(adjustedWald.centre).toBeCloseTo(300 / 13, 12);
    expect(adjustedWald.se).toBeCloseTo(21.49403702597772, 11);
    expect(adjustedWald.lower).toBeCloseTo(-19.050615376363663, 11);
    expect(adjustedWald.upper).toBeCloseTo(65.20446153020981, 11);
  });

  it.each([
    [{ detractors: 2, passives: 5, promoters: 1 }, -12.5, -13],
    [{ detractors: 1, passives: 5, promoters: 2 }, 12.5, 13],
    [{ detractors: 1, passives: 1000, promoters: 0 }, -0.0999000999000999, 0],
    [{ detractors: 2, passives: 1, promoters: 0 }, -66.66666666666667, -67],
  ])('rounds %j for display: halves away from zero', (counts, score, npsRounded) => {
    expect(nps({ counts })).toMatchObject({ nps: score, npsRounded });
  });

  it('is not computed from rounded percentages', () => {
    // 33.3 % − 16.7 % is 16.7 with unrounded, 16 with whole percentages.
    expect(nps({ counts: { detractors: 1, passives: 3, promoters: 2 } }).nps).toBeCloseTo(100 / 6, 13);
  });

  it('has no score without answers', () => {
    const none = { lower: null, upper: null };
    const empty = {
      n: 0,
      detractors: 0,
      passives: 0,
      promoters: 0,
      nps: null,
      npsRounded: null,
      variance: null,
      se: null,
      wald: none,
      adjustedWald: { centre: null, se: null, ...none },
    };
    expect(nps({ scores: [] })).toEqual({ ...empty, missing: 0 });
    expect(nps({ scores: [null, null] })).toEqual({ ...empty, missing: 2 });
    expect(nps({ counts: { detractors: 0, passives: 0, promoters: 0 } })).toEqual({ ...empty, missing: 0 });
  });

  it('is certain by Wald, but not by the adjusted interval, when all agree', () => {
    const { wald, adjustedWald, variance } = nps({ scores: [10] });
    expect(variance).toBe(0);
    expect(wald).toEqual({ lower: 100, upper: 100 });
    expect(adjustedWald.centre).toBe(25);
    expect(adjustedWald.upper).toBeLessThan(100);
  });

  it.each([
    [{ scores: [9, 11] }, 'scores[1] must be an integer from 0 to 10 or null, got 11'],
    [{ scores: [-1] }, 'scores[0] must be an integer from 0 to 10 or null, got -1'],
    [{ scores: [8.5] }, 'scores[0] must be an integer from 0 to 10 or null, got 8.5'],
    [{ scores: [NaN] }, 'scores[0] must be an integer from 0 to 10 or null, got NaN'],
    [{ scores: [1e-20] }, 'scores[0] must be an integer from 0 to 10 or null, got 1e-20'],
    [{ counts: { detractors: -1, passives: 0, promoters: 0 } }, /counts.detractors must be an integer from 0 to/],
    [{ counts: { detractors: 0.5, passives: 0, promoters: 0 } }, /counts.detractors/],
    [{ scores: [1], confidence: 0 }, /confidence must be/],
  ])('refuses %j with a RangeError', (input, message) => {
    expect(() => nps(input)).toThrow(RangeError);
    expect(() => nps(input)).toThrow(message);
  });

  it.each([
    [{ scores: ['9'] }],
    [{ scores: [undefined] }],
    [{ scores: 9 }],
    [{}],
    [null],
    [[9, 10]],
    [{ scores: [9], counts: { detractors: 0, passives: 0, promoters: 0 } }],
    [{ counts: { detractors: 0, promoters: 0 } }],
  ])('refuses %j with a TypeError', (input) => {
    expect(() => nps(input as never)).toThrow(TypeError);
  });

  it('stays within its range and its intervals, in any order', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const result = nps({ scores: list });
        expect(nps({ scores: list.toReversed() })).toEqual(result);
        if (result.nps === null) return;
        expect(Math.abs(result.nps)).toBeLessThanOrEqual(100);
        expect(result.wald.lower).toBeLessThanOrEqual(result.nps);
        expect(result.wald.upper).toBeGreaterThanOrEqual(result.nps);
        expect(result.adjustedWald.lower).toBeGreaterThanOrEqual(-100);
        expect(result.adjustedWald.upper).toBeLessThanOrEqual(100);
        expect(result.adjustedWald.lower).toBeLessThanOrEqual(result.adjustedWald.centre!);
      }),
    );
  });

  it('is exactly the same from merged counts as from all scores', () => {
    fc.assert(
      fc.property(scores, scores, scores, (x, y, z) => {
        const [a, b, c] = [x, y, z].map((part) => npsCounts({ scores: part })) as [never, never, never];
        const left = mergeNpsCounts({ a: mergeNpsCounts({ a, b }), b: c });
        const right = mergeNpsCounts({ a: mergeNpsCounts({ a: c, b }), b: a });
        expect(left).toEqual(right);
        expect(nps({ counts: left })).toEqual(nps({ scores: [...x, ...y, ...z] }));
      }),
    );
  });
});
