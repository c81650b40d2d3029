import { checkInteger, checkNumbersOrNull, checkObject, checkOneOf, present } from '../checks/index.js';
import { momentsOf } from '../moments/index.js';
import { movingSums } from '../smoothing/index.js';

/** Argument of {@link seasonalDecomposition}. */
export interface SeasonalDecompositionInput {
  /** One value per point in time; `null` is missing. */
  values: readonly (number | null)[];
  /** Points in one season: a whole number of at least 2. */
  period: number;
  /** Whether the season is added to the trend or multiplies it; "additive" when left out. */
  type?: 'additive' | 'multiplicative';
}

/** Result of {@link seasonalDecomposition}; all `null` with fewer than two full periods. */
export interface SeasonalDecompositionResult {
  /** Centred moving average; `null` for half a period at both ends and around missing values. */
  trend: (number | null)[] | null;
  /** Effect of each season, the first that of the first value: they sum to 0 (additive) or average 1. */
  figure: number[] | null;
  /** Values without the season; `null` where they are missing. */
  adjusted: (number | null)[] | null;
}

/**
 * Classical seasonal decomposition by moving averages.
 *
 * Formula: trend = mean of the `period` values around each point, for an even period half of the first and of the last
 * of `period` + 1; figure = mean of x − trend (or x / trend) per season, less its mean (or divided by it);
 * adjusted = x − figure (or x / figure).
 *
 * Units: those of the values; a multiplicative figure is a factor around 1. Needs two full periods of values that are
 * not missing.
 *
 * Source: Kendall M, Stuart A (1983) The Advanced Theory of Statistics 3, 410-414; R `decompose`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `period` is not a whole number of at
 * least 2, or `type` unknown.
 * @example
 * seasonalDecomposition({ values: [10, 14, 12, 16, 14, 18], period: 2 });
 * // => {
 * //   trend: [null, 12.5, 13.5, 14.5, 15.5, null],
 * //   figure: [-1.5, 1.5],
 * //   adjusted: [11.5, 12.5, 13.5, 14.5, 15.5, 16.5],
 * // }
 */
export function seasonalDecomposition(input: SeasonalDecompositionInput): SeasonalDecompositionResult {
  const { values, period, type = 'additive' } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  checkInteger('period', period, 2);
  const additive = checkOneOf('type', type, ['additive', 'multiplicative']) === 'additive';
  if (present(series).length < 2 * period) return { trend: null, figure: null, adjusted: null };
  const trend = centredAverages(series, period);
  const effects = series.map((value, i) => without(value, trend[i]!, additive));
  const figure = seasonalFigure(effects, period, additive);
  if (figure === null) return { trend, figure: null, adjusted: null };
  return { trend, figure, adjusted: series.map((value, i) => without(value, figure[i % period]!, additive)) };
}

/** Takes a component out of a value; a multiplicative one of 0 cannot be taken out. */
function without(value: number | null, component: number | null, additive: boolean): number | null {
  if (value === null || component === null) return null;
  if (additive) return value - component;
  return component === 0 ? null : value / component;
}

function centredAverages(series: readonly (number | null)[], period: number): (number | null)[] {
  const sums = movingSums(series, period);
  const half = Math.floor(period / 2);
  return series.map((_, i) => {
    const sum = sums[i - half] ?? null;
    if (period % 2 === 1 || sum === null) return sum === null ? null : sum / period;
    const next = sums[i - half + 1] ?? null;
    return next === null ? null : (sum + next) / 2 / period;
  });
}

/** The mean effect of each season, centred; `null` when a season has no effect to average or they average 0. */
function seasonalFigure(effects: readonly (number | null)[], period: number, additive: boolean): number[] | null {
  const means = Array.from({ length: period }, (_, season) => {
    const ofSeason: (number | null)[] = [];
    for (let i = season; i < effects.length; i += period) ofSeason.push(effects[i]!);
    return momentsOf(present(ofSeason)).mean;
  });
  if (means.includes(null)) return null;
  const known = means as number[];
  const centre = momentsOf(known).mean!;
  if (additive) return known.map((mean) => mean - centre);
  return centre === 0 ? null : known.map((mean) => mean / centre);
}
