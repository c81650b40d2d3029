import { checkArray, checkFinite, checkNumber, checkObject, checkUniqueNames } from '../checks/index.js';
import { momentsOf } from '../moments/index.js';
import { completeObservations, leastSquares, type Slope } from '../regression/index.js';

/** Argument of {@link penaltyReward}. */
export interface PenaltyRewardInput {
  /** One different name per column of `ratings`. */
  names: readonly string[];
  /** Overall satisfaction, one value per row of `ratings`; `null` is a missing value. */
  overall: readonly (number | null)[];
  /** Attribute ratings, one row per respondent; `null` is a missing value. */
  ratings: readonly (readonly (number | null)[])[];
  /** A rating up to here is low. */
  lowMax: number;
  /** A rating from here is high; above `lowMax`. */
  highMin: number;
  /** Level of significance, strictly between 0 and 1; 0.05 when left out. */
  alpha?: number;
}

/** What kind of factor an attribute is. */
export type PenaltyRewardFactor = 'basic' | 'performance' | 'excitement' | 'neutral';

/** One attribute of {@link penaltyReward}; all `null` when it cannot be estimated. */
export interface PenaltyRewardAttribute {
  /** Effect of a low rating on the overall rating, against one in between. */
  penalty: number | null;
  /** Two-sided p value of the penalty; `null` when the fit is exact. */
  penaltyP: number | null;
  /** Effect of a high rating on the overall rating, against one in between. */
  reward: number | null;
  /** Two-sided p value of the reward; `null` when the fit is exact. */
  rewardP: number | null;
  /** `null` also when the p values are. */
  factor: PenaltyRewardFactor | null;
  /** Range of impact on overall customer satisfaction, |penalty| + |reward|. */
  riocs: number | null;
  /** (reward − |penalty|) / riocs, −1 (only the penalty counts) to 1; `null` when riocs is 0. */
  impactAsymmetry: number | null;
}

/** Result of {@link penaltyReward}. */
export interface PenaltyRewardResult {
  /** Complete rows. */
  n: number;
  /** Explained share of the variance of the overall rating, 0 to 1; `null` when the model has no answer. */
  r2: number | null;
  /** The attributes by name. */
  attributes: Record<string, PenaltyRewardAttribute>;
}

/**
 * Penalty-reward contrast analysis: does a weak rating hurt more than a strong one helps?
 *
 * Formula: for each attribute two dummies, low = (rating ≤ lowMax) and high = (rating ≥ highMin), the ratings in
 * between being the reference; one least-squares model of the overall rating on all dummies with intercept.
 * penalty = coefficient of low, reward = coefficient of high, with t tests. At level α only a negative significant
 * penalty makes a "basic" factor, only a positive significant reward an "excitement" factor, both a "performance"
 * factor, neither a "neutral" one.
 *
 * Units: penalty, reward and riocs in units of the overall rating. Rows with a missing value are dropped. An
 * attribute without any low, any high or only such ratings cannot be estimated: its fields are `null` and its
 * dummies stay out of the model. Collinear dummies, a constant overall rating or n ≤ dummies + 1 leave every
 * attribute `null`.
 *
 * Source: Brandt DR (1987) in Surprenant, Add Value to Your Service, AMA, 61-65; Mittal V, Ross WT, Baldasare PM (1998)
 * Journal of Marketing 62:33-47; Mikulić J, Prebežac D (2008) Managing Service Quality 18:559-576.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, rows are ragged, lengths differ, a
 * name is empty or repeated, `highMin` is not above `lowMax`, or `alpha` is not inside (0, 1).
 * @example
 * penaltyReward({
 *   names: ['cleanliness'],
 *   overall: [2, 3, 2, 5, 6, 5, 6, 6, 5, 6, 6, 5],
 *   ratings: [[1], [2], [1], [3], [3], [3], [3], [5], [4], [5], [5], [4]],
 *   lowMax: 2,
 *   highMin: 4,
 * });
 * // => {
 * //   n: 12, r2: 0.890794, attributes: {
 * //     cleanliness: {
 * //       penalty: -3.166667, penaltyP: 0.000043, reward: 0.100000, rewardP: 0.797625, factor: 'basic', riocs: 3.266667,
 * //       impactAsymmetry: -0.938776,
 * //     },
 * //   },
 * // }
 */
export function penaltyReward(input: PenaltyRewardInput): PenaltyRewardResult {
  const { names, overall, ratings, lowMax, highMin, alpha = 0.05 } = checkObject('input', input);
  const labels = checkUniqueNames('names', checkArray('names', names));
  checkFinite('lowMax', lowMax);
  checkNumber('highMin', highMin, { min: lowMax, aboveMin: true });
  checkNumber('alpha', alpha, { min: 0, max: 1, aboveMin: true, belowMax: true });
  const called = { response: 'overall', table: 'ratings', names: 'names' };
  const { n, response, columns } = completeObservations(called, overall, ratings, labels.length);
  const dummies = columns.map((column) => [
    column.map((rating) => (rating <= lowMax ? 1 : 0)),
    column.map((rating) => (rating >= highMin ? 1 : 0)),
  ]);
  const estimable = dummies.map((pair) => pair.every((dummy) => dummy.includes(0) && dummy.includes(1)));
  const used = dummies.filter((_, j) => estimable[j]).flat();
  const fit = used.length > 0 ? leastSquares(used, response) : null;
  let next = 0;
  const attributes = labels.map((name, j) => {
    const pair = estimable[j] && fit ? fit.slopes.slice(next, (next += 2)) : [];
    return [name, attributeOf(pair[0], pair[1], alpha)] as const;
  });
  // Without any dummy the model is the mean alone, which explains nothing of a rating that varies.
  const r2 = used.length > 0 ? fit?.r2 : momentsOf(response).squares > 0 ? 0 : undefined;
  return { n, r2: r2 ?? null, attributes: Object.fromEntries(attributes) };
}

function attributeOf(low: Slope | undefined, high: Slope | undefined, alpha: number): PenaltyRewardAttribute {
  if (low === undefined || high === undefined) {
    const nothing = { penalty: null, penaltyP: null, reward: null, rewardP: null };
    return { ...nothing, factor: null, riocs: null, impactAsymmetry: null };
  }
  const riocs = Math.abs(low.b) + Math.abs(high.b);
  return {
    penalty: low.b,
    penaltyP: low.p,
    reward: high.b,
    rewardP: high.p,
    factor: factorOf(low, high, alpha),
    riocs,
    impactAsymmetry: riocs === 0 ? null : (high.b - Math.abs(low.b)) / riocs,
  };
}

function factorOf(low: Slope, high: Slope, alpha: number): PenaltyRewardFactor | null {
  if (low.p === null || high.p === null) return null;
  const hurts = low.p < alpha && low.b < 0;
  const helps = high.p < alpha && high.b > 0;
  if (hurts) return helps ? 'performance' : 'basic';
  return helps ? 'excitement' : 'neutral';
}
