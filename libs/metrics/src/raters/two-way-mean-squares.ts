import { CompensatedSum, momentsOf, squaresBetween } from '../moments/index.js';

/** Mean squares of a complete targets × raters table. */
export interface TwoWayMeanSquares {
  /** Between targets, n − 1 degrees of freedom. */
  between: number;
  /** Within targets, n(k − 1). */
  within: number;
  /** Between raters, k − 1. */
  raters: number;
  /** Residual, (n − 1)(k − 1). */
  error: number;
}

/**
 * Sums of squares are taken from deviations, never by subtracting one total from another: the residual of a table
 * in which raters agree perfectly is then 0 and not what rounding left. Needs n ≥ 2 and k ≥ 2.
 */
export function twoWayMeanSquares(table: readonly (readonly number[])[]): TwoWayMeanSquares {
  const n = table.length;
  const k = table[0]!.length;
  const targets = table.map((row) => momentsOf(row));
  const targetMeans = targets.map(({ mean }) => mean!);
  const columns = Array.from({ length: k }, (_, j) => Float64Array.from(table, (row) => row[j]!));
  const raterMeans = columns.map((column) => momentsOf(column).mean!);
  const within = new CompensatedSum();
  for (const { squares } of targets) within.add(squares);
  const ssWithin = within.value;
  const ssError = residualSquares(table, targetMeans, raterMeans, momentsOf(targetMeans).mean!, ssWithin);
  return {
    between: squaresBetween(table) / (n - 1),
    within: ssWithin / (n * (k - 1)),
    raters: squaresBetween(columns) / (k - 1),
    error: ssError / ((n - 1) * (k - 1)),
  };
}

function residualSquares(
  table: readonly (readonly number[])[],
  targetMeans: readonly number[],
  raterMeans: readonly number[],
  grandMean: number,
  ssWithin: number,
): number {
  if (ssWithin === 0) return 0;
  const residual = new CompensatedSum();
  let magnitude = 0;
  table.forEach((row, i) =>
    row.forEach((value, j) => {
      const error = value - targetMeans[i]! - raterMeans[j]! + grandMean;
      magnitude = Math.max(magnitude, Math.abs(value));
      residual.add(error * error);
    }),
  );
  // A residual of a few rounding errors per cell is exact additivity: every rater differs from the next by a constant.
  const rounding = 8 * Number.EPSILON * magnitude;
  const cells = table.length * raterMeans.length;
  return residual.value <= cells * rounding * rounding ? 0 : residual.value;
}
