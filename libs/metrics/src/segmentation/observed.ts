/** The values of a series that are there, with their places in it. */
export interface Observed {
  x: number[];
  /** Index in the series of each entry of `x`. */
  index: number[];
}

/** Leaves the missing values out. */
export function observed(series: readonly (number | null)[]): Observed {
  const index: number[] = [];
  series.forEach((value, i) => value !== null && index.push(i));
  return { x: index.map((i) => series[i]!), index };
}
