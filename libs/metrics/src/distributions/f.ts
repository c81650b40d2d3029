import stdlibCdf from '@stdlib/stats-base-dists-f-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-f-quantile';

/**
 * P(F ≥ x), the p value of an F statistic. F(df1, df2) ≥ x is 1/F ~ F(df2, df1) ≤ 1/x, which keeps the relative
 * precision of small p values that 1 − cdf would lose.
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  return x === Infinity ? 0 : stdlibCdf(1 / x, df2, df1);
}

/** Quantile of F with `df1` and `df2` degrees of freedom. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return stdlibQuantile(p, df1, df2);
}
