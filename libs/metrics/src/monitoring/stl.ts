import { checkInteger, checkNumbersOrNull, checkObject } from '../checks/index.js';
import { momentsOf } from '../moments/index.js';
import { loess, loessAt, movingAverages, type LoessOptions } from '../smoothing/index.js';

/** Argument of {@link stl}. */
export interface StlInput {
  /** One value per point in time; a missing value (`null`) leaves the decomposition undefined. */
  values: readonly (number | null)[];
  /** Points in one season: a whole number of at least 2. */
  period: number;
  /** The seasonal pattern is the same in every period; the only form there is. */
  periodic?: true;
}

/** Result of {@link stl}, in the unit of the values; all `null` when it is not defined. */
export interface StlResult {
  /** Seasonal component at each point. */
  seasonal: number[] | null;
  /** Trend at each point. */
  trend: number[] | null;
  /** values − seasonal − trend. */
  remainder: number[] | null;
}

/** The inner loop is run twice, as without robustness weights. */
const INNER_LOOPS = 2;

/**
 * STL: seasonal-trend decomposition by loess, with a periodic season and without robustness weights.
 *
 * Formula: twice: subtract the trend; smooth the subseries of each season (local means, window 10n + 1), extended by
 * one period at both ends; take away their low-pass (moving averages of period, period and 3, then loess over
 * nextodd(period)) = season; smooth the series without season (loess over nextodd(1.5·period/(1 − 1.5/(10n+1)))) =
 * trend. Each loess is fitted at every ⌈window/10⌉-th point. The season is at last averaged per position.
 *
 * Units: those of the values. A missing value, or no more than two periods, gives `null`.
 *
 * Source: Cleveland RB, Cleveland WS, McRae JE, Terpenning I (1990) Journal of Official Statistics 6:3-73; R
 * `stl(x, s.window = "periodic")`.
 *
 * @throws {TypeError | RangeError} when a value is not a finite number or `null`, `period` is not a whole number of at
 * least 2, or `periodic` is given and not `true`.
 * @example
 * const { seasonal } = stl({ values: [5, 3, 6, 2, 7, 3, 8, 4, 9], period: 2 });
 * ({ high: seasonal[0], low: seasonal[1] });
 * // => { high: 1.965195, low: -1.965192 }
 */
export function stl(input: StlInput): StlResult {
  const { values, period, periodic } = checkObject('input', input);
  const series = checkNumbersOrNull('values', values);
  checkInteger('period', period, 2);
  if (periodic !== undefined && periodic !== true) throw new RangeError('periodic must be true, got another value');
  if (series.length <= 2 * period || series.includes(null)) return { seasonal: null, trend: null, remainder: null };
  const x = series as readonly number[];
  const { season, trendSmoother, lowPass } = smoothers(x.length, period);
  let trend: number[] = x.map(() => 0);
  let seasonal: number[] = [];
  for (let loop = 0; loop < INNER_LOOPS; loop += 1) {
    const cycles = smoothCycles(
      x.map((value, i) => value - trend[i]!),
      period,
      season,
    );
    const low = loess(movingAverages(movingAverages(movingAverages(cycles, period), period), 3), lowPass);
    seasonal = low.map((level, i) => cycles[i + period]! - level);
    trend = loess(
      x.map((value, i) => value - seasonal[i]!),
      trendSmoother,
    );
  }
  const pattern = Array.from({ length: period }, (_, at) => momentsOf(everyNth(seasonal, at, period)).mean!);
  seasonal = x.map((_, i) => pattern[i % period]!);
  return { seasonal, trend, remainder: x.map((value, i) => value - seasonal[i]! - trend[i]!) };
}

function nextOdd(value: number): number {
  return value % 2 === 0 ? value + 1 : value;
}

function smoothers(n: number, period: number): Record<'season' | 'trendSmoother' | 'lowPass', LoessOptions> {
  const options = (window: number, degree: 0 | 1) => ({ window, degree, jump: Math.ceil(window / 10) });
  const seasonWindow = 10 * n + 1;
  const trendWindow = nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonWindow)));
  return {
    season: options(seasonWindow, 0),
    trendSmoother: options(trendWindow, 1),
    lowPass: options(nextOdd(period), 1),
  };
}

function everyNth(values: readonly number[], from: number, step: number): number[] {
  const picked: number[] = [];
  for (let i = from; i < values.length; i += step) picked.push(values[i]!);
  return picked;
}

/** Smooths the subseries of each season and puts them together again, one period longer at both ends. */
function smoothCycles(values: readonly number[], period: number, options: LoessOptions): number[] {
  const joined = new Array<number>(values.length + 2 * period);
  for (let at = 0; at < period; at += 1) {
    const cycle = everyNth(values, at, period);
    const k = cycle.length;
    const window = Math.min(options.window, k);
    const smooth = loess(cycle, options);
    const before = loessAt(cycle, -1, { first: 0, last: window - 1 }, options) ?? smooth[0]!;
    const after = loessAt(cycle, k, { first: k - window, last: k - 1 }, options) ?? smooth[k - 1]!;
    [before, ...smooth, after].forEach((value, i) => (joined[at + i * period] = value));
  }
  return joined;
}
