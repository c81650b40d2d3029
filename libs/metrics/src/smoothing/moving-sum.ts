import { CompensatedSum } from '../moments/index.js';

/**
 * Sums of every `width` neighbours, each from the one before it by one addition and one subtraction; compensated, so
 * that what a long series rounds off does not pile up. A window with a missing value has no sum.
 */
export function movingSums(values: readonly (number | null)[], width: number): (number | null)[] {
  const sum = new CompensatedSum();
  const sums: (number | null)[] = [];
  let missing = 0;
  const take = (value: number | null, sign: 1 | -1): void => {
    if (value === null) missing += sign;
    else sum.add(sign * value);
  };
  for (let i = 0; i < values.length; i += 1) {
    take(values[i]!, 1);
    if (i >= width) take(values[i - width]!, -1);
    if (i >= width - 1) sums.push(missing > 0 ? null : sum.value);
  }
  return sums;
}

/** Moving averages of a complete series: `width - 1` shorter than it. */
export function movingAverages(values: readonly number[], width: number): number[] {
  return movingSums(values, width).map((sum) => sum! / width);
}
