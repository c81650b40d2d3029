import { checkNumber, checkObject } from '../checks/index.js';
import { normalCdf, zForConfidence } from '../distributions/index.js';
import { onlyMissing, rootOfRising } from '../roots/index.js';

/** Argument of {@link powerProportions}: one of n, p2 and power is left out, and is what is asked for. */
export interface PowerProportionsInput {
  /** Values in each of the two groups, at least 1; need not be whole. */
  n?: number | null;
  /** Proportion of the first group, strictly between 0 and 1. */
  p1: number;
  /** Proportion of the second group, 0 to 1, another than p1; when it is asked for, the one that is further up. */
  p2?: number | null;
  /** Probability that the test sees the difference, between `alpha` / 2 and 1. */
  power?: number | null;
  /** Level of the two-sided test, strictly between 0 and 1; 0.05 when left out. */
  alpha?: number;
}

/** Result of {@link powerProportions}: all three, of which two were given. */
export interface PowerProportionsResult {
  /** Values in each of the two groups, not rounded. */
  n: number;
  /** Proportion of the second group; `null` when n is too small to see any rise of p1. */
  p2: number | null;
  /** Probability from 0 to 1. */
  power: number;
}

/**
 * Power of a test of two proportions: what sample a change needs, what a sample can see, or how likely it is to see it.
 *
 * Formula: power = Φ((√n·|p1 − p2| − z(1 − alpha/2)·√((p1 + p2)(1 − (p1 + p2)/2))) / √(p1(1 − p1) + p2(1 − p2))). What is
 * left out is solved for. The chance of a significant result of the wrong sign is not counted as power.
 *
 * Units: n per group; proportions 0–1. A normal approximation: below about 5 expected successes or failures in a group the
 * true power is another.
 *
 * Source: Fleiss JL, Levin B, Paik MC (2003) Statistical Methods for Rates and Proportions, 3rd ed., ch. 4; R
 * `power.prop.test`.
 *
 * @throws {TypeError | RangeError} when not exactly one of n, p2 and power is left out, p1 and p2 are equal, or a number is
 * outside its range.
 * @example
 * powerProportions({ n: 50, p1: 0.5, p2: 0.75 });
 * // => { n: 50, p2: 0.75, power: 0.7401659 }
 */
export function powerProportions(input: PowerProportionsInput): PowerProportionsResult {
  const { n, p1, p2, power, alpha = 0.05 } = checkObject('input', input);
  const asked = onlyMissing({ n, p2, power });
  checkNumber('p1', p1, { min: 0, max: 1, aboveMin: true, belowMax: true });
  checkNumber('alpha', alpha, { min: 0, max: 1, aboveMin: true, belowMax: true });
  if (asked !== 'n') checkNumber('n', n, { min: 1 });
  if (asked !== 'p2') checkNumber('p2', p2, { min: 0, max: 1 });
  if (asked !== 'power') checkNumber('power', power, { min: alpha / 2, max: 1, aboveMin: true, belowMax: true });
  if (p1 === p2) throw new RangeError(`p2 must differ from p1, got ${p2}`);
  const z = zForConfidence(1 - alpha);
  const pooled = (other: number): number => Math.sqrt((p1 + other) * (1 - (p1 + other) / 2));
  const separate = (other: number): number => Math.sqrt(p1 * (1 - p1) + other * (1 - other));
  const powerOf = (size: number, other: number): number =>
    normalCdf((Math.sqrt(size) * Math.abs(p1 - other) - z * pooled(other)) / separate(other));
  if (asked === 'power') return { n: n!, p2: p2!, power: powerOf(n!, p2!) };
  if (asked === 'n') {
    const zPower = power! >= 0.5 ? zForConfidence(2 * power! - 1) : -zForConfidence(1 - 2 * power!);
    const size = ((z * pooled(p2!) + zPower * separate(p2!)) / (p1 - p2!)) ** 2;
    return { n: size, p2: p2!, power: power! };
  }
  return { n: n!, p2: rootOfRising((tried) => powerOf(n!, tried) - power!, p1, 1), power: power! };
}
