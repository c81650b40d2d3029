import { exactMean, exactSum } from '../scoring/exact-sum.js';
import { scoresOf, type ScoreTable } from './score-table.js';

/** Steps in which the correlation is published: so few values that nobody's answers can be worked out from it. */
const STEPS = 20;

/**
 * How strongly the scores that one respondent gives to two practices go together, on average over the wave: between 0
 * and 1, rounded up to the next twentieth. 1 where fewer than `minimum` people scored two practices.
 *
 * Formula: scores are taken as deviations from the mean of the respondent's own group at the practice, divided by the
 * practice's standard deviation within groups; ρ = Σ z_p·z_q / (number of pairs), over all respondents and all pairs
 * p ≠ q of the practices they scored. It serves to put the standard errors of practices together
 * (`combine-practices.ts`); rounding up makes intervals wider, never narrower.
 */
export function raterCorrelation(input: {
  readonly table: ScoreTable;
  readonly practiceIds: readonly string[];
  readonly minimumGroupSize: number;
}): number {
  const { table, practiceIds, minimumGroupSize } = input;
  const sum = new Float64Array(table.respondents);
  const squares = new Float64Array(table.respondents);
  const scored = new Int32Array(table.respondents);
  for (const practiceId of practiceIds) {
    const deviation = withinGroupDeviations(table, practiceId);
    const present = deviation.filter((one) => !Number.isNaN(one));
    const spread = Math.sqrt(exactSum(Array.from(present, (one) => one * one)) / present.length);
    if (!(spread > 0)) continue;
    deviation.forEach((one, respondent) => {
      if (Number.isNaN(one)) return;
      const z = one / spread;
      sum[respondent]! += z;
      squares[respondent]! += z * z;
      scored[respondent]! += 1;
    });
  }
  const products: number[] = [];
  let pairs = 0;
  scored.forEach((k, respondent) => {
    if (k < 2) return;
    products.push(sum[respondent]! ** 2 - squares[respondent]!);
    pairs += k * (k - 1);
  });
  if (products.length < Math.max(minimumGroupSize, 2)) return 1;
  const correlation = Math.min(Math.max(exactSum(products) / pairs, 0), 1);
  return Math.max(Math.ceil(correlation * STEPS - 1e-9), 0) / STEPS;
}

function withinGroupDeviations(table: ScoreTable, practiceId: string): Float64Array {
  const column = table.column(practiceId);
  const deviation = new Float64Array(table.respondents).fill(NaN);
  for (const [groupId, members] of table.members) {
    if (groupId === null) continue;
    const mean = exactMean(scoresOf(column, members));
    if (mean === null) continue;
    for (const respondent of members) deviation[respondent] = column.score[respondent]! - mean;
  }
  return deviation;
}
