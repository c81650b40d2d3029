import type { Tally } from '../series/index.js';
import type { EffectRegistration } from './effect-registration.js';
import { addDays, type EffectBucket } from './effect-windows.js';
import type { EffectInput } from './judge-effect.js';
import type { JudgedDefinition } from './judged-cell.js';

/** Evenly spread numbers below 1 from a seed (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function normals(seed: number): () => number {
  const next = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

export const FIRST_WEEK = '2023-01-02';
/** The week, counted from the first, in which the change of these cases is launched. */
export const LAUNCH = 130;
const starts = new Map<number, string>();
/** Asked for in every one of thousands of series. */
export function weekStart(week: number): string {
  const start = starts.get(week) ?? addDays(FIRST_WEEK, 7 * week);
  starts.set(week, start);
  return start;
}

export const RATING: JudgedDefinition = { aggregation: 'mean', scaleMinimum: 1, scaleMaximum: 10 };
export const SHARE: JudgedDefinition = { aggregation: 'share', scaleMinimum: null, scaleMaximum: null };

/** Launched in week 130 on a baseline of half a year, judged after a quarter of settled weeks. */
export const registered = (changes: Partial<EffectRegistration> = {}): EffectRegistration => ({
  initiativeId: 'initiative',
  metricId: 'metric',
  segment: null,
  direction: 'up',
  expectedChange: 0.5,
  method: 'before_after',
  grain: 'week',
  baselineFrom: weekStart(LAUNCH - 26),
  baselineTo: weekStart(LAUNCH),
  launchOn: weekStart(LAUNCH),
  settlingDays: 14,
  evaluateOn: weekStart(LAUNCH + 15),
  control: null,
  minimumN: 100,
  alpha: 0.05,
  power: 0.8,
  ...changes,
});

export interface Course {
  /** First and last week, the last one excluded. */
  readonly weeks?: readonly [number, number];
  readonly seed?: number;
  /** True level of a week. */
  readonly level?: (week: number) => number;
  /** Ratings a week, their spread, the spread of weeks about the level, and how much each week repeats the one before. */
  readonly n?: number;
  readonly sd?: number;
  readonly weekSd?: number;
  readonly rho?: number;
  readonly without?: (week: number) => boolean;
}

export function tallyOfValues(n: number, sum: number, sumOfSquares: number): Tally {
  const value = sum / n;
  return {
    observations: n,
    n,
    sum,
    sumOfSquares,
    minimum: value,
    maximum: value,
    last: value,
    lastAt: 0,
    counts: null,
  };
}

/** Weekly ratings around a level. */
export function ratings(course: Course): EffectBucket[] {
  const { weeks = [0, LAUNCH + 15], seed = 1, level = () => 7, n = 40, sd = 1.5, weekSd = 0.1, rho = 0 } = course;
  const normal = normals(seed);
  let shock = weekSd * normal();
  const buckets: EffectBucket[] = [];
  for (let week = weeks[0]; week < weeks[1]; week += 1) {
    shock = rho * shock + Math.sqrt(1 - rho * rho) * weekSd * normal();
    const mean = level(week) + shock + (sd / Math.sqrt(n)) * normal();
    if (course.without?.(week)) continue;
    buckets.push({ start: weekStart(week), tally: tallyOfValues(n, n * mean, n * mean * mean + (n - 1) * sd * sd) });
  }
  return buckets;
}

/** Weekly shares in percent around a level. */
export function shares(course: Course): EffectBucket[] {
  const { weeks = [0, LAUNCH + 15], seed = 1, level = () => 60, n = 80, weekSd = 0 } = course;
  const normal = normals(seed);
  const buckets: EffectBucket[] = [];
  for (let week = weeks[0]; week < weeks[1]; week += 1) {
    const p = Math.min(0.999, Math.max(0.001, (level(week) + weekSd * normal()) / 100));
    const sum = Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal())));
    buckets.push({ start: weekStart(week), tally: tallyOfValues(n, sum, sum) });
  }
  return buckets;
}

export const effectOf = (
  changes: Partial<EffectRegistration>,
  course: Course,
  more: Partial<EffectInput> = {},
): EffectInput => ({ registration: registered(changes), definition: RATING, series: ratings(course), ...more });

/** A level that rises by so much at the launch. */
export const gain =
  (by: number, from = 7) =>
  (week: number): number =>
    from + (week >= LAUNCH ? by : 0);
