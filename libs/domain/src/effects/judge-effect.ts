import { movedBaselineReasons, seasonReasons, trendReasons, unusualBaselineReasons } from './baseline-checks.js';
import { comparedSeries, type ComparedSeries, type ComparedWith } from './compared-series.js';
import { type EffectFit, fitEffect, type RegressionRun } from './effect-model.js';
import { caution, type EffectReason, refusal } from './effect-reason.js';
import {
  type Day,
  type EffectMethod,
  type EffectRegistration,
  type SealedBaseline,
  signOf,
} from './effect-registration.js';
import { type EffectBucket, type EffectSide, FEWEST_BUCKETS, sideOf } from './effect-windows.js';
import { canJudge, isOnePerBucket, judgedCell, type JudgedDefinition } from './judged-cell.js';

/** Raised whenever the same inputs would give another verdict. */
export const EFFECT_FORMULA = 'effect-1';

/** Share of a side's buckets that may be missing. */
const MOST_MISSING = 0.2;

export interface EffectInput {
  readonly registration: EffectRegistration;
  readonly definition: JudgedDefinition;
  /** The metric in its segment: the baseline, what came before it as far back as there is, and what came after. */
  readonly series: readonly EffectBucket[];
  /** The control, over the same time; empty for the other methods. */
  readonly control?: readonly EffectBucket[];
  /** Days from which on the metric, or its control, is not measured as before. */
  readonly breaks?: readonly Day[];
  readonly controlBreaks?: readonly Day[];
  readonly sealedBaseline?: SealedBaseline | null;
  /** Whether the metric is known to follow the year; null when nobody knows. */
  readonly seasonal?: boolean | null;
  /** Other initiatives at work on the metric at the time, by `confounding`. */
  readonly confoundedWith?: readonly string[];
}

export type EffectJudgement = 'proven' | 'not_proven' | 'worse' | 'insufficient';

/** A bucket as the chart shows it. */
export interface EffectPoint {
  readonly start: Day;
  readonly side: EffectSide;
  readonly value: number;
  readonly n: number;
  /** Where it would lie without an effect; null where the model says nothing. */
  readonly expected: number | null;
  /** What it was compared with; null when with nothing. */
  readonly compared: number | null;
  readonly used: boolean;
}

export interface EffectVerdict {
  readonly verdict: EffectJudgement;
  readonly method: EffectMethod;
  readonly formula: typeof EFFECT_FORMULA;
  readonly comparison: ComparedWith;
  /** Change of the metric in its unit, whichever way was promised; null where nothing could be computed. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly standardError: number | null;
  readonly p: number | null;
  readonly df: number | null;
  readonly rho: number | null;
  /** Observations, or buckets where a bucket is one number. */
  readonly nBefore: number;
  readonly nAfter: number;
  readonly bucketsBefore: number;
  readonly bucketsAfter: number;
  readonly reasons: readonly EffectReason[];
  readonly points: readonly EffectPoint[];
  /** The regression as it was run; null when there was none. */
  readonly run: RegressionRun | null;
  readonly sides: Pick<ComparedSeries, 'before' | 'after'>;
}

/**
 * Whether an initiative did what it promised.
 *
 * Rule
 * 1. **insufficient** when any refusal stands: the metric cannot be judged this way; a series break lies within the window; fewer
 *    whole buckets than the method needs (8 and 8; 12 and 8 for an interrupted series); more than a fifth of a side's buckets
 *    missing; fewer observations on a side than registered; the baseline is no longer what was sealed (by more than a tenth of the
 *    promised change or of its n); nothing varies; the series wanders (less than 3 degrees of freedom left); the baseline was
 *    unusually bad, or ended in a bad spell that would turn an old line (regression to the mean); a trend in the promised direction, or away from the control, before the launch; a
 *    yearly wave that nothing is compared with.
 * 2. **proven** when the whole interval at 1 − alpha lies on the promised side of 0.
 * 3. **worse** when it lies on the other side.
 * 4. **not_proven** otherwise.
 *
 * The promised size does not decide; it is said: SMALLER_THAN_PROMISED when the interval excludes the promise,
 * BELOW_PROMISE_BUT_POSSIBLE when only the estimate falls short; beside *not_proven*, PROMISE_RULED_OUT or UNDECIDED.
 *
 * Formula: y = value, less the control's (difference-in-differences) or the mean of the same buckets of up to three earlier years
 * (when four fifths of both sides have them: always, so that nobody chooses after seeing the result). Weighted regression
 * `autocorrelatedRegression` on the whole buckets of baseline and evaluation, columns as in `fitEffect`. For before/after and
 * difference-in-differences the interval is the wider of this one and that of the single observations (Welch; Newcombe; Poisson;
 * four groups), and p the larger: both must say so.
 *
 * Units: the metric's. Estimate and limits are signed as the metric moves, not as promised.
 *
 * Source: Bernal JL, Cummins S, Gasparrini A (2017) International Journal of Epidemiology 46:348-355; Bertrand M, Duflo E,
 * Mullainathan S (2004) Quarterly Journal of Economics 119:249-275 (serial correlation in difference-in-differences); Barnett AG
 * et al. (2005) International Journal of Epidemiology 34:215-220 (regression to the mean); `autocorrelatedRegression`.
 *
 * @throws {RangeError} when ratings have no scale or the registration's alpha is not inside (0, 1).
 */
export function judgeEffect(input: EffectInput): EffectVerdict {
  const { registration, definition, series, control = [], breaks = [], confoundedWith = [] } = input;
  if (!canJudge(registration.method, definition))
    return withoutNumbers(registration, [refusal('NOT_JUDGEABLE', { aggregation: definition.aggregation })]);
  const compared = comparedSeries({ registration, definition, series, control, breaks });
  const counts = countsOf(compared, isOnePerBucket(definition));
  const daily = registration.grain === 'day';
  const fit = fitEffect(registration.method, compared, daily, 1 - registration.alpha);
  const obstacles = [
    ...breakReasons(input),
    ...countReasons(registration, compared, counts),
    ...movedBaselineReasons(registration, input.sealedBaseline ?? null, sealBaseline(input)),
  ];
  // What the shape of a baseline says is worth asking only where there is one.
  const few = obstacles.some(({ code }) => code === 'TOO_FEW_BUCKETS');
  const shape = few
    ? []
    : [
        ...unusualBaselineReasons(registration, compared),
        ...trendReasons(registration, compared),
        ...seasonReasons(registration, compared, input.seasonal ?? null),
      ];
  // A trend makes any series seem to wander: the nearer reason is the one to give.
  const trend = shape.some(({ code }) => code === 'TREND_BEFORE_LAUNCH' || code === 'NOT_PARALLEL');
  const tested = few || trend ? [] : testReasons(fit);
  const told = confoundedWith.length > 0 ? [caution('CONFOUNDED', { initiatives: confoundedWith.length })] : [];
  const reasons = [...obstacles, ...tested, ...shape, ...told];
  const refused = reasons.some(({ kind }) => kind === 'refusal');
  const verdict = refused || fit === null || fit.lower === null ? 'insufficient' : sideOfZero(fit, registration);
  return {
    verdict,
    method: registration.method,
    formula: EFFECT_FORMULA,
    comparison: compared.comparison,
    estimate: fit?.estimate ?? null,
    lower: fit?.lower ?? null,
    upper: fit?.upper ?? null,
    standardError: fit?.standardError ?? null,
    p: fit?.p ?? null,
    df: fit?.df ?? null,
    rho: fit?.rho ?? null,
    ...counts,
    reasons: [...reasons, ...sizeReasons(verdict, fit, registration)],
    points: pointsOf(compared, fit),
    run: fit?.run ?? null,
    sides: { before: compared.before, after: compared.after },
  };
}

type Counts = Pick<EffectVerdict, 'nBefore' | 'nAfter' | 'bucketsBefore' | 'bucketsAfter'>;

function countsOf({ points }: ComparedSeries, onePerBucket: boolean): Counts {
  const of = (wanted: EffectSide) => points.filter(({ side }) => side === wanted);
  const n = (wanted: EffectSide) => of(wanted).reduce((sum, point) => sum + (onePerBucket ? 1 : point.n), 0);
  return {
    nBefore: n('before'),
    nAfter: n('after'),
    bucketsBefore: of('before').length,
    bucketsAfter: of('after').length,
  };
}

/**
 * The baseline as it is sealed at the launch, to be compared with what it is at the evaluation: the metric's own whole buckets,
 * weighted by n.
 */
export function sealBaseline({ registration, definition, series }: EffectInput): SealedBaseline | null {
  let n = 0;
  let total = 0;
  for (const { start, tally } of series) {
    const cell = sideOf(start, registration) === 'before' ? judgedCell(definition, tally) : null;
    if (cell === null) continue;
    n += cell.n;
    total += cell.n * cell.value;
  }
  return n > 0 ? { n, value: total / n } : null;
}

function breakReasons({ registration, breaks = [], controlBreaks = [] }: EffectInput): EffectReason[] {
  const inside = (day: Day) => day > registration.baselineFrom && day < registration.evaluateOn;
  return [
    ...breaks.filter(inside).map((day) => refusal('BREAK_IN_WINDOW', { day })),
    ...controlBreaks.filter(inside).map((day) => refusal('BREAK_IN_CONTROL', { day })),
  ];
}

function countReasons(registration: EffectRegistration, { slots }: ComparedSeries, counts: Counts): EffectReason[] {
  const reasons: EffectReason[] = [];
  const fewest = FEWEST_BUCKETS[registration.method];
  const sides = [
    { side: 'before', buckets: counts.bucketsBefore, fewest: fewest.before, slots: slots.before, n: counts.nBefore },
    { side: 'after', buckets: counts.bucketsAfter, fewest: fewest.after, slots: slots.after, n: counts.nAfter },
  ] as const;
  for (const { side, buckets, fewest: needed, slots: whole, n } of sides) {
    const missing = Math.max(0, whole - buckets);
    if (buckets < needed) reasons.push(refusal('TOO_FEW_BUCKETS', { side, buckets, needed }));
    if (missing > MOST_MISSING * whole) reasons.push(refusal('MISSING_BUCKETS', { side, missing, of: whole }));
    else if (missing > 0) reasons.push(caution('SOME_BUCKETS_MISSING', { side, missing, of: whole }));
    if (n < registration.minimumN)
      reasons.push(refusal('SAMPLE_BELOW_MINIMUM', { side, n, minimum: registration.minimumN }));
  }
  return reasons;
}

function testReasons(fit: EffectFit | null): EffectReason[] {
  if (fit === null || fit.standardError === 0) return [refusal('NO_VARIATION')];
  if (fit.p === null) return [refusal('SERIES_WANDERS', { rho: fit.rho ?? 1, df: fit.df ?? 0 })];
  return [];
}

function sideOfZero({ lower, upper }: EffectFit, registration: EffectRegistration): EffectJudgement {
  const up = signOf(registration) > 0;
  if (lower! > 0) return up ? 'proven' : 'worse';
  if (upper! < 0) return up ? 'worse' : 'proven';
  return 'not_proven';
}

function sizeReasons(
  verdict: EffectJudgement,
  fit: EffectFit | null,
  registration: EffectRegistration,
): EffectReason[] {
  if (fit === null || fit.lower === null || fit.upper === null) return [];
  const sign = signOf(registration);
  const { expectedChange } = registration;
  const best = Math.max(sign * fit.lower, sign * fit.upper);
  const params = { promised: expectedChange, estimate: sign * fit.estimate, best };
  if (verdict === 'not_proven') return [caution(best < expectedChange ? 'PROMISE_RULED_OUT' : 'UNDECIDED', params)];
  if (verdict !== 'proven') return [];
  if (best < expectedChange) return [caution('SMALLER_THAN_PROMISED', params)];
  return sign * fit.estimate < expectedChange ? [caution('BELOW_PROMISE_BUT_POSSIBLE', params)] : [];
}

function pointsOf({ points, comparison }: ComparedSeries, fit: EffectFit | null): EffectPoint[] {
  return points.map((point) => {
    const used = point.side === 'before' || point.side === 'after';
    return {
      start: point.start,
      side: point.side,
      value: point.value,
      n: point.n,
      expected: fit !== null && point.side !== 'history' ? fit.expectedAt(point) : null,
      compared: comparison === 'none' ? null : point.compared,
      used,
    };
  });
}

function withoutNumbers({ method }: EffectRegistration, reasons: readonly EffectReason[]): EffectVerdict {
  const none = { estimate: null, lower: null, upper: null, standardError: null, p: null, df: null, rho: null };
  const nobody = { own: null, compared: null };
  return {
    verdict: 'insufficient',
    method,
    formula: EFFECT_FORMULA,
    comparison: 'none',
    ...none,
    nBefore: 0,
    nAfter: 0,
    bucketsBefore: 0,
    bucketsAfter: 0,
    reasons,
    points: [],
    run: null,
    sides: { before: nobody, after: nobody },
  };
}
