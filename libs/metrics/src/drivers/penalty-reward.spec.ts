import fc from 'fast-check';
import { expectClose, rowsOf } from '../reference/relative-error.factory.js';
import { penaltyReward, type PenaltyRewardInput } from './penalty-reward.js';

// Simulated in R 4.2 (set.seed(7)): queue is a basic factor, advice an excitement factor, app a performance factor;
// parking has no low rating.
const overall = [
  6.92, 4.83, 7.42, 3.03, 5.04, 5.85, 5.11, 5.43, 7.43, 7.99, 7.33, 3.88, 5.3, 6.04, 7.71, 10.15, 5.34, 3.18, 7.5, 6.34,
  5.35, 2.05, 4.24, 6.42, 3.82, 8.01, 9.99, 7.3, 5.13, 10.03, 6.14, 6.72, 4.57, 7.7, 7.69, 5.89, 6.55, 0.82, 7.41, 3.43,
  8.65, 8.86, 6.62, 3.58, 9.7, 6.36, 6.02, 7.33, 4.53, 9.14, 3.1, 6.33, 2.52, 4.36, 2.87, 5.52, 7.27, 6.86, 9.05, 4.27,
];
const digits = (text: string) => [...text].map(Number);
const queue = digits('234223324342354322434134135515512452223253514225251144135442');
const advice = digits('111432121131434541232525324225151433524524154245423421324252');
const app = digits('425243354554234532443223355454345445325243524432253522353554');
const parking = digits('533533543344343335555333355433535555454555444353554355454345');
const input = {
  names: ['queue', 'advice', 'app', 'parking'],
  overall,
  ratings: rowsOf([queue, advice, app, parking]),
  lowMax: 2,
  highMin: 4,
};

describe('penaltyReward', () => {
  it('gives the coefficients and p values of R lm on the joint dummies', () => {
    const result = penaltyReward(input);
    expectClose(result, {
      n: 60,
      r2: 0.8184226827871238,
      attributes: {
        queue: {
          penalty: -2.076476042317713,
          penaltyP: 1.290911990508025e-7,
          reward: 0.1397534842768445,
          rewardP: 0.6819928363174579,
          factor: 'basic',
        },
        advice: {
          penalty: 0.1790531161182307,
          penaltyP: 0.6424137968547468,
          reward: 1.849481284129946,
          rewardP: 1.514478901747487e-5,
          factor: 'excitement',
        },
        app: {
          penalty: -1.82854656271242,
          penaltyP: 1.405121717700495e-5,
          reward: 1.499725409331247,
          rewardP: 1.286077770548848e-5,
          factor: 'performance',
          riocs: 1.82854656271242 + 1.499725409331247,
          impactAsymmetry: (1.499725409331247 - 1.82854656271242) / (1.82854656271242 + 1.499725409331247),
        },
      },
    });
  });

  it('reports an attribute without low ratings as not estimable and leaves it out of the model', () => {
    const nothing = {
      penalty: null,
      penaltyP: null,
      reward: null,
      rewardP: null,
      factor: null,
      riocs: null,
      impactAsymmetry: null,
    };
    const { r2, attributes } = penaltyReward(input);
    expect(attributes.parking).toEqual(nothing);
    const without = penaltyReward({
      ...input,
      names: ['queue', 'advice', 'app'],
      ratings: rowsOf([queue, advice, app]),
    });
    expect({ r2, attributes: { ...without.attributes, parking: nothing } }).toEqual({ r2: without.r2, attributes });
  });

  it('calls a factor neutral when neither dummy is significant, by the level that is asked for', () => {
    const unrelated = { ...input, names: ['noise'], ratings: rowsOf([[...advice].reverse()]) };
    expect(penaltyReward(unrelated).attributes.noise!.factor).toBe('neutral');
    expect(penaltyReward({ ...input, alpha: 1e-6 }).attributes.app!.factor).toBe('neutral');
  });

  it('has no attribute and no R² without an answer', () => {
    const empty = penaltyReward({ ...input, overall: [], ratings: [] });
    expect(empty).toMatchObject({ n: 0, r2: null, attributes: { queue: { factor: null } } });
    const twice = penaltyReward({ ...input, names: ['a', 'b'], ratings: rowsOf([queue, queue]) });
    expect(twice).toMatchObject({ r2: null, attributes: { a: { penalty: null }, b: { reward: null } } });
    const constant = penaltyReward({ ...input, overall: overall.map(() => 0.1) });
    expect(constant).toMatchObject({ r2: null, attributes: { queue: { penalty: null } } });
    const none = penaltyReward({ ...input, names: ['parking'], ratings: rowsOf([parking]) });
    expect(none).toMatchObject({ r2: 0, attributes: { parking: { factor: null } } });
  });

  it('has coefficients but no p value and no factor when the fit is exact', () => {
    const exact = penaltyReward({
      names: ['a'],
      overall: [1, 1, 3, 3, 4, 4],
      ratings: rowsOf([[1, 2, 3, 3, 4, 5]]),
      lowMax: 2,
      highMin: 4,
    });
    expectClose(exact.attributes.a, { penalty: -2, penaltyP: null, reward: 1, rewardP: null, factor: null, riocs: 3 });
  });

  it('does not see the order of the respondents', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          overall.map((_, i) => i),
          { minLength: 60, maxLength: 60 },
        ),
        (order) => {
          const shuffled = {
            ...input,
            overall: order.map((i) => overall[i]!),
            ratings: order.map((i) => input.ratings[i]!),
          };
          expectClose(penaltyReward(shuffled), penaltyReward(input), 1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each<[string, object, RegExp]>([
    ['thresholds that meet', { highMin: 2 }, /highMin must be a finite number greater than 2/],
    ['a level that is no share', { alpha: 5 }, /alpha/],
    ['unequal lengths', { overall: [1] }, /ratings must have as many entries as overall/],
    ['text', { ratings: overall.map(() => [1, 2, 3, 'x']) }, /ratings\[0\]\[3\]/],
    ['a name too many', { names: ['a', 'b', 'c', 'd', 'e'] }, /ratings\[0\] must have as many entries as names/],
  ])('refuses %s', (_, change, message) => {
    expect(() => penaltyReward({ ...input, ...change } as PenaltyRewardInput)).toThrow(message);
  });
});
