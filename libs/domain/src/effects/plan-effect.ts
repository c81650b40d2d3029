import { estimateInterval, powerMeans, powerProportions } from '@touchstone/metrics';
import { comparedSeries } from './compared-series.js';
import { columnFit } from './effect-model.js';
import type { EffectRegistration } from './effect-registration.js';
import { type EffectBucket, slotsBetween, settledOn } from './effect-windows.js';
import type { EffectInput } from './judge-effect.js';
import type { JudgedCell } from './judged-cell.js';

/** What a registration needs to be able to see what it promises. */
export interface EffectPlan {
  /** Observations on either side if they were independent; null where only buckets vary or no sample is large enough. */
  readonly independentN: number | null;
  /** How many times more are needed because weeks differ and resemble each other; at least 1. */
  readonly designEffect: number;
  /** independentN · designEffect, rounded up. */
  readonly requiredN: number | null;
  /** Buckets after the settling time; null when no number of them is enough with this baseline. */
  readonly requiredBuckets: number | null;
  /** Smallest change seen with the registered power in the registered windows, in the metric's unit. */
  readonly minimumDetectableEffect: number;
  readonly baseline: {
    readonly n: number;
    readonly value: number;
    readonly buckets: number;
    /** Standard deviation of one observation; null where only buckets vary. */
    readonly sd: number | null;
    /** Standard deviation of a bucket, and how much each repeats the one before. */
    readonly bucketSd: number;
    readonly rho: number;
  };
}

const MOST_BUCKETS = 520;
const FEWEST_AFTER = 8;

/**
 * Sample that an effect needs, and the effect that a sample can see, from the baseline as it is.
 *
 * Formula: independent observations by `powerMeans` (t test) or, for shares, `powerProportions`. Buckets: with σ and ρ of the
 * baseline's T₀ buckets about its level (its line, for an interrupted series), the error of T₁ buckets after is
 * σ·√((1 + ρ)/(1 − ρ) · (1/T₀ + 1/T₁ + d²/S₀)), where d²/S₀ is there for an interrupted series only: d steps from the middle of the
 * baseline to that of the evaluation, S₀ = T₀(T₀² − 1)/12. The smallest visible change is (z(1 − alpha/2) + z(power)) times that.
 * designEffect = σ²·(1 + ρ)/(1 − ρ) over the variance that independent observations would give a bucket.
 *
 * Units: the metric's. An approximation: normal quantiles, evenly filled buckets, and the correlation of the baseline, which a short
 * baseline shows badly. It is too hopeful for fewer than about 20 buckets, and takes years of comparison as given when the
 * baseline has them.
 *
 * Source: `powerMeans`, `powerProportions`; Bayley GV, Hammersley JM (1946) Supplement to the Journal of the Royal Statistical
 * Society 8:184-197; Zhang F, Wagner AK, Ross-Degnan D (2011) Journal of Clinical Epidemiology 64:1252-1261 (power of interrupted
 * series).
 *
 * Null when the baseline has fewer than 4 buckets or does not vary.
 *
 * @throws {RangeError} when ratings have no scale, or the registered power is not above one half.
 */
export function planEffect(input: EffectInput): EffectPlan | null {
  const { registration, definition } = input;
  const compared = comparedSeries({ control: [], breaks: [], ...input });
  const points = compared.points.filter(({ side }) => side === 'before');
  const first = points[0];
  if (first === undefined) return null;
  const line = registration.method === 'interrupted_series';
  const fit = columnFit(points, ({ step }) => (line ? [1, step - first.step] : [1]));
  if (points.length < 4 || fit === null || fit.sigma === 0) return null;
  const inflation = (1 + fit.rho) / (1 - fit.rho);
  const windows = windowsOf(registration, input.series);
  const errorOf = (after: number): number => {
    const before = points.length;
    const distance = (before + after) / 2 + windows.between;
    const slope = line ? (12 * distance ** 2) / (before * (before ** 2 - 1)) : 0;
    return fit.sigma * Math.sqrt(inflation * (1 / before + 1 / after + slope));
  };
  const quantiles = quantilesOf(registration);
  const cell = compared.before.own;
  const independentN = cell === null ? null : independentSample(cell, registration, definition.aggregation !== 'rate');
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const perBucket = cell?.variance ? cell.variance / (n / points.length) : null;
  const designEffect = perBucket === null ? 1 : Math.max(1, (fit.sigma ** 2 * inflation) / perBucket);
  return {
    independentN,
    designEffect,
    requiredN: independentN === null ? null : Math.ceil(independentN * designEffect - 1e-9),
    requiredBuckets: firstEnough((after) => quantiles * errorOf(after) <= registration.expectedChange),
    minimumDetectableEffect: quantiles * errorOf(Math.max(1, windows.after)),
    baseline: {
      n,
      value: points.reduce((sum, point) => sum + (point.n / n) * point.value, 0),
      buckets: points.length,
      sd: cell?.variance ? Math.sqrt(cell.variance) : null,
      bucketSd: fit.sigma,
      rho: fit.rho,
    },
  };
}

/** z(1 − alpha/2) + z(power), as t quantiles with so many degrees of freedom that they are normal ones. */
function quantilesOf({ alpha, power }: EffectRegistration): number {
  const quantile = (confidence: number) => estimateInterval({ value: 0, se: 1, df: 1e9, confidence }).upper!;
  return quantile(1 - alpha) + quantile(2 * power - 1);
}

function windowsOf(registration: EffectRegistration, series: readonly EffectBucket[]) {
  const anyWeek = series[0]?.start;
  const settled = settledOn(registration);
  return {
    after: slotsBetween(settled, registration.evaluateOn, registration.grain, anyWeek),
    between: slotsBetween(registration.baselineTo, settled, registration.grain, anyWeek),
  };
}

function firstEnough(enough: (after: number) => boolean): number | null {
  for (let after = FEWEST_AFTER; after <= MOST_BUCKETS; after += 1) if (enough(after)) return after;
  return null;
}

function independentSample(cell: JudgedCell, registration: EffectRegistration, mayBeShare: boolean): number | null {
  const { expectedChange: change, alpha, power, direction } = registration;
  if (mayBeShare && cell.successes !== null) {
    const p1 = cell.successes / cell.n;
    const p2 = p1 + ((direction === 'up' ? 1 : -1) * change) / 100;
    return p1 > 0 && p1 < 1 && p2 >= 0 && p2 <= 1 ? powerProportions({ p1, p2, alpha, power }).n : null;
  }
  return cell.variance ? powerMeans({ change, sd: Math.sqrt(cell.variance), alpha, power }).n : null;
}
