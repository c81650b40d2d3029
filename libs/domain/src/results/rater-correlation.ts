import { exactMean, exactSum } from '../scoring/exact-sum.js';
import { scoresOf, type ScoreTable } from './score-table.js';

/** Steps in which the correlation is published: so few values that nobody's answers can be worked out from it. */
const STEPS = 20;

/**
 * How strongly the scores that one respondent gives to two practices go together, on average over the wave: between 0
 * and 1, rounded up to the next twentieth. 1 where fewer than `minimum` people scored two practices.
 *
 * Formula: scores are taken as deviations from the mean of the respondent's crowd at the practice, divided by the
 * practice's standard deviation within crowds; ρ = Σ z_p·z_q / (number of pairs), over all respondents and all pairs
 * p ≠ q of the practices they scored. It serves to put the standard errors of practices together
 * (`combine-practices.ts`); rounding up makes intervals wider, never narrower.
 *
 * A crowd is what the standard errors are about: the groups for cells of groups, everybody for the cells of all
 * respondents. There, that executives score everything higher than the front line makes all practices move as one;
 * deviations from the means of groups would not see it, and the interval of the whole would come out far too narrow.
 */
export function raterCorrelation(input: {
  readonly table: ScoreTable;
  readonly practiceIds: readonly string[];
  readonly crowds: readonly (readonly number[])[];
  readonly minimumGroupSize: number;
}): number {
  const { table, practiceIds, crowds, minimumGroupSize } = input;
  const sum = new Float64Array(table.respondents);
  const squares = new Float64Array(table.respondents);
  const scored = new Int32Array(table.respondents);
  for (const practiceId of practiceIds) {
    const deviation = deviationsWithin(crowds, table, practiceId);
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

function deviationsWithin(crowds: readonly (readonly number[])[], table: ScoreTable, practiceId: string): Float64Array {
  const column = table.column(practiceId);
  const deviation = new Float64Array(table.respondents).fill(NaN);
  for (const members of crowds) {
    const mean = exactMean(scoresOf(column, members));
    if (mean === null) continue;
    for (const respondent of members) deviation[respondent] = column.score[respondent]! - mean;
  }
  return deviation;
}
