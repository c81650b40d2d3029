import fc from 'fast-check';
import { kano, type KanoCategory } from './kano.js';

const answer = fc.integer({ min: 1, max: 5 });
const pair = fc.record({ functional: answer, dysfunctional: answer });
const classOf = (functional: number, dysfunctional: number) =>
  kano({ responses: [{ functional, dysfunctional }] }).category;

/** One pair of answers that falls into each category. */
const PAIRS: Record<KanoCategory, [number, number]> = {
  M: [3, 5],
  O: [1, 5],
  A: [1, 3],
  I: [3, 3],
  R: [3, 1],
  Q: [1, 1],
};
const responses = (counts: Partial<Record<KanoCategory, number>>) =>
  Object.entries(counts).flatMap(([category, count]) => {
    const [functional, dysfunctional] = PAIRS[category as KanoCategory];
    return Array.from({ length: count }, () => ({ functional, dysfunctional }));
  });

describe('kano', () => {
  // The evaluation table of Berger et al. 1993, Center for Quality Management Journal 2(4):3-36.
  it('classifies all 25 pairs of answers', () => {
    const table = [1, 2, 3, 4, 5].map((functional) => [1, 2, 3, 4, 5].map((d) => classOf(functional, d)).join(''));
    expect(table).toEqual(['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ']);
  });

  it('gives better and worse coefficients: (7 + 33)/100 and (33 + 50)/100', () => {
    const result = kano({ responses: responses({ A: 7, O: 33, M: 50, I: 10, R: 4, Q: 1 }) });
    expect(result).toEqual({
      n: 105,
      counts: { A: 7, O: 33, M: 50, I: 10, R: 4, Q: 1 },
      category: 'M',
      better: 0.4,
      worse: -0.83,
    });
  });

  it('resolves ties M > O > A > I > R > Q', () => {
    const order: KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];
    order.forEach((first, i) => {
      for (const second of order.slice(i + 1)) {
        expect(kano({ responses: responses({ [second]: 2, [first]: 2 }) }).category).toBe(first);
      }
    });
  });

  it('drops incomplete pairs and has no coefficient without A, O, M or I', () => {
    expect(kano({ responses: [] })).toMatchObject({ n: 0, category: null, better: null, worse: null });
    expect(kano({ responses: [{ functional: 1, dysfunctional: null }] })).toMatchObject({ n: 0, category: null });
    expect(kano({ responses: responses({ R: 3 }) })).toMatchObject({ n: 3, category: 'R', better: null, worse: null });
    expect(Object.is(kano({ responses: responses({ A: 2 }) }).worse, 0)).toBe(true);
  });

  it('keeps better in [0, 1], worse in [-1, 0], counts that add up, and does not see the order', () => {
    fc.assert(
      fc.property(fc.array(pair), (list) => {
        const result = kano({ responses: list });
        expect(Object.values(result.counts).reduce((a, b) => a + b)).toBe(list.length);
        expect(result.better ?? 0).toBeGreaterThanOrEqual(0);
        expect(result.better ?? 1).toBeLessThanOrEqual(1);
        expect(result.worse ?? 0).toBeLessThanOrEqual(0);
        expect(result.worse ?? -1).toBeGreaterThanOrEqual(-1);
        expect(kano({ responses: [...list].reverse() })).toEqual(result);
      }),
    );
  });

  it.each([0, 6, 2.5, NaN])('refuses the answer %p', (functional) => {
    expect(() =>
      kano({
        responses: [
          { functional: 1, dysfunctional: 1 },
          { functional, dysfunctional: 1 },
        ],
      }),
    ).toThrow(/responses\[1\]\.functional must be an integer from 1 to 5/);
  });
});
