import { checkNumber, checkObject } from '../checks/index.js';
import { criticalT, noncentralTUpperTail } from '../distributions/index.js';
import { onlyMissing, rootOfRising } from '../roots/index.js';

/** Argument of {@link powerMeans}: one of n, change and power is left out, and is what is asked for. */
export interface PowerMeansInput {
  /** Values in each of the two groups, at least 2; need not be whole. */
  n?: number | null;
  /** True difference of the means, above 0. */
  change?: number | null;
  /** Probability that the test sees the change, between `alpha` / 2 and 1. */
  power?: number | null;
  /** Standard deviation within each group, above 0. */
  sd: number;
  /** Level of the two-sided test, strictly between 0 and 1; 0.05 when left out. */
  alpha?: number;
}

/** Result of {@link powerMeans}: all three, of which two were given. */
export interface PowerMeansResult {
  /** Values in each of the two groups, not rounded; `null` when even 10,000,000 are too few. */
  n: number | null;
  /** Difference of the means in the unit of `sd`. */
  change: number;
  /** Probability from 0 to 1. */
  power: number;
}

/**
 * Power of a two-sample t test: what sample a change needs, what a sample can see, or how likely it is to see it.
 *
 * Formula: power = P(T > t(1 − alpha/2, df)), df = 2(n − 1), T noncentral t with shift change/sd·√(n/2). What is left out is
 * found as a root. The chance of a significant result of the wrong sign is not counted as power.
 *
 * Units: n per group; change and sd in the unit of the values. Takes values for independent: where they follow each other
 * in time more are needed.
 *
 * Source: Cohen J (1988) Statistical Power Analysis for the Behavioral Sciences, 2nd ed., ch. 2; R `power.t.test`.
 *
 * @throws {TypeError | RangeError} when not exactly one of n, change and power is left out, or a number is outside its range.
 * @example
 * powerMeans({ change: 1, sd: 1, power: 0.9 });
 * // => { n: 22.0211, change: 1, power: 0.9 }
 */
export function powerMeans(input: PowerMeansInput): PowerMeansResult {
  const { n, change, power, sd, alpha = 0.05 } = checkObject('input', input);
  const asked = onlyMissing({ n, change, power });
  checkNumber('sd', sd, { min: 0, aboveMin: true });
  checkNumber('alpha', alpha, { min: 0, max: 1, aboveMin: true, belowMax: true });
  if (asked !== 'n') checkNumber('n', n, { min: 2 });
  if (asked !== 'change') checkNumber('change', change, { min: 0, aboveMin: true });
  if (asked !== 'power') checkNumber('power', power, { min: alpha / 2, max: 1, aboveMin: true, belowMax: true });
  const powerOf = (size: number, difference: number): number => {
    const df = 2 * (size - 1);
    return noncentralTUpperTail(criticalT(alpha, df), df, (difference / sd) * Math.sqrt(size / 2));
  };
  if (asked === 'power') return { n: n!, change: change!, power: powerOf(n!, change!) };
  if (asked === 'n') {
    const size = rootOfRising((tried) => powerOf(tried, change!) - power!, 2, 1e7);
    return { n: size, change: change!, power: power! };
  }
  const difference = rootOfRising((tried) => powerOf(n!, tried * sd) - power!, 0, 1e4)! * sd;
  return { n: n!, change: difference, power: power! };
}
