import fc from 'fast-check';
import { weightedScoring, type WeightedScoringInput } from './weighted-scoring.js';

const base: WeightedScoringInput = {
  criteria: [
    { id: 'value', weight: 3, direction: 'benefit' },
    { id: 'price', weight: 1, direction: 'cost' },
  ],
  scaleMin: 1,
  scaleMax: 5,
  options: [
    { id: 'a', scores: { value: 4, price: 5 } },
    { id: 'b', scores: { value: 4, price: null } },
    { id: 'c', scores: {} },
  ],
};

describe('weightedScoring', () => {
  it('weighs benefits up and costs down, over what is scored', () => {
    expect(weightedScoring(base)).toEqual({ scores: [3.25, 4, null], coverage: [1, 0.75, 0], ranks: [2, 1, null] });
  });

  it('has neither score nor coverage without any weight', () => {
    const criteria = base.criteria.map((criterion) => ({ ...criterion, weight: 0 }));
    expect(weightedScoring({ ...base, criteria })).toEqual({
      scores: [null, null, null],
      coverage: [null, null, null],
      ranks: [null, null, null],
    });
  });

  it('has no score where only criteria without weight are scored', () => {
    const criteria = [base.criteria[0]!, { ...base.criteria[1]!, weight: 0 }];
    const options = [{ id: 'a', scores: { price: 2 } }];
    expect(weightedScoring({ ...base, criteria, options })).toEqual({ scores: [null], coverage: [0], ranks: [null] });
  });

  it.each<[string, Partial<WeightedScoringInput>]>([
    ['criteria[0].weight', { criteria: [{ id: 'value', weight: -1, direction: 'benefit' }], options: [] }],
    ['criteria[0].direction', { criteria: [{ id: 'value', weight: 1, direction: 'up' as 'cost' }], options: [] }],
    ['criteria[1].id', { criteria: [base.criteria[0]!, base.criteria[0]!], options: [] }],
    ['options[0].scores.value', { options: [{ id: 'a', scores: { value: 6 } }] }],
    ['options[0].scores.unknown', { options: [{ id: 'a', scores: { unknown: 3 } }] }],
    ['scaleMax must be a finite number greater than 5', { scaleMin: 5 }],
    ['scaleMax', { scaleMax: Number.NaN }],
  ])('refuses a wrong %s by name', (name, change) => {
    expect(() => weightedScoring({ ...base, ...change })).toThrow(RangeError);
    expect(() => weightedScoring({ ...base, ...change })).toThrow(name);
  });

  // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last bit, and the mean of fives by such weights can exceed 5.
  it('has full coverage and a score on the scale, in whatever order the scores are listed', () => {
    const criteria = [0.1, 0.2, 0.3].map((weight, i) => ({ id: `c${i}`, weight, direction: 'benefit' as const }));
    const options = [
      { id: 'a', scores: { c0: 5, c1: 5, c2: 5 } },
      { id: 'b', scores: { c2: 5, c1: 5, c0: 5 } },
    ];
    const result = weightedScoring({ criteria, scaleMin: 1, scaleMax: 5, options });
    expect(result).toEqual({ scores: [5, 5], coverage: [1, 1], ranks: [1, 1] });
  });

  it('depends on the proportions of the weights alone and stays on the scale', () => {
    const score = fc.option(fc.integer({ min: 1, max: 5 }));
    const weights = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(weights, fc.array(fc.tuple(score, score)), ([value, price], rows) => {
        const options = rows.map(([a, b], index) => ({ id: `o${index}`, scores: { value: a, price: b } }));
        const weighted = (factor: number) =>
          weightedScoring({
            ...base,
            options,
            criteria: [
              { id: 'value', weight: value * factor, direction: 'benefit' },
              { id: 'price', weight: price * factor, direction: 'cost' },
            ],
          });
        expect(weighted(4)).toEqual(weighted(1));
        for (const one of weighted(1).scores)
          if (one !== null) {
            expect(one).toBeGreaterThanOrEqual(1);
            expect(one).toBeLessThanOrEqual(5);
          }
      }),
    );
  });
});
