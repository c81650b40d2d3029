import type { ComparedPoint, ComparedSeries } from './compared-series.js';
import { columnEffect } from './effect-model.js';
import { caution, type EffectReason, refusal } from './effect-reason.js';
import { type EffectRegistration, type SealedBaseline, signOf } from './effect-registration.js';
import { FEWEST_BUCKETS, STEPS_OF_A_YEAR } from './effect-windows.js';

/** These are looked for with less proof than an effect: missing one that is there is the dearer mistake. */
const TREND_ALPHA = 0.1;
const UNUSUAL_ALPHA = 0.1;
/** A line is turned by a few low points at its end: they are looked for with the least proof of all. */
const SPELL_ALPHA = 0.3;
const SPELL = 8;
const SEASON_ALPHA = 0.05;
/** A baseline as long as this is no bad spell. */
const LONG_BASELINE = 24;
/** How much of the promised change, and of n, a sealed baseline may move by without being another one. */
const MOVED = 0.1;

const isBefore = ({ side }: ComparedPoint) => side === 'before';
const beforeLaunch = ({ points }: ComparedSeries) =>
  points.filter(({ side }) => side === 'history' || side === 'before');

/** Whether it was getting better, or the control moving differently, before anything was done. */
export function trendReasons(registration: EffectRegistration, compared: ComparedSeries): EffectReason[] {
  if (registration.method === 'interrupted_series') return [];
  const baseline = compared.points.filter(isBefore);
  const slope = columnEffect(baseline, ({ step }) => [1, step - baseline[0]!.step], 1);
  if (slope === null || slope.p >= TREND_ALPHA) return [];
  const params = { perBucket: slope.estimate, p: slope.p };
  if (slope.estimate * signOf(registration) < 0) return [caution('TREND_AGAINST_PROMISE', params)];
  return [refusal(compared.comparison === 'control' ? 'NOT_PARALLEL' : 'TREND_BEFORE_LAUNCH', params)];
}

/**
 * A bad spell right before the launch: it pulls the end of the old line down, so that an interrupted series would take the way back
 * for an effect. A spell is the last 8 buckets lying off the line through all of them and the time before; a steady decline is none.
 */
function spellReasons(registration: EffectRegistration, points: readonly ComparedPoint[]): EffectReason[] {
  const first = points.at(-SPELL);
  if (registration.method !== 'interrupted_series' || points.length < 2 * SPELL || first === undefined) return [];
  const row = ({ step }: ComparedPoint) => [1, step - points[0]!.step, step >= first.step ? 1 : 0];
  const spell = columnEffect(points, row, 2);
  if (spell === null || spell.p >= SPELL_ALPHA || spell.estimate * signOf(registration) > 0) return [];
  return [refusal('BAD_SPELL_BEFORE_LAUNCH', { difference: spell.estimate, p: spell.p, buckets: SPELL })];
}

/** Regression to the mean: a baseline that was unusually bad gets better by itself. */
export function unusualBaselineReasons(registration: EffectRegistration, compared: ComparedSeries): EffectReason[] {
  const points = beforeLaunch(compared);
  const history = points.length - points.filter(isBefore).length;
  const spell = spellReasons(registration, points);
  if (spell.length > 0) return spell;
  if (history < FEWEST_BUCKETS.before_after.before) return [caution('NO_LONGER_HISTORY', { buckets: history })];
  const difference = columnEffect(points, (point) => [1, isBefore(point) ? 1 : 0], 1);
  if (difference === null || difference.p >= UNUSUAL_ALPHA) return [];
  if (difference.estimate * signOf(registration) > 0) return [];
  const params = { difference: difference.estimate, p: difference.p, buckets: history };
  const enough = registration.method !== 'before_after' && points.length - history >= LONG_BASELINE;
  return [enough ? caution('BASELINE_UNUSUAL', params) : refusal('BASELINE_UNUSUAL', params)];
}

/**
 * Whether the time of year may explain the change. With a control or an earlier year it cannot. Otherwise a yearly wave is looked
 * for in what was observed before the launch, if that is a year; if it is less, the verdict says that nobody knows.
 */
export function seasonReasons(
  registration: EffectRegistration,
  compared: ComparedSeries,
  seasonal: boolean | null,
): EffectReason[] {
  if (compared.comparison === 'control') return [];
  if (compared.comparison === 'last_year')
    return [caution('COMPARED_WITH_LAST_YEAR', { years: compared.years.length })];
  if (seasonal === true) return [refusal('SEASON_LIKELY')];
  if (seasonal === false) return [];
  const points = beforeLaunch(compared);
  const year = STEPS_OF_A_YEAR[registration.grain];
  if (points.length < 0.8 * year || points.at(-1)!.step - points[0]!.step < year - 1)
    return [caution('SEASON_UNKNOWN')];
  const angle = ({ step }: ComparedPoint) => (2 * Math.PI * step) / year;
  const row = (point: ComparedPoint) => [
    1,
    (point.step - points[0]!.step) / year,
    Math.cos(angle(point)),
    Math.sin(angle(point)),
  ];
  const waves = [columnEffect(points, row, 2), columnEffect(points, row, 3)];
  const seen = waves.some((wave) => wave === null || wave.p < SEASON_ALPHA);
  return seen ? [refusal('SEASON_LIKELY')] : [caution('SEASON_NOT_SEEN')];
}

/** Whether the baseline is still what was sealed. */
export function movedBaselineReasons(
  { expectedChange }: EffectRegistration,
  sealed: SealedBaseline | null,
  today: SealedBaseline | null,
): EffectReason[] {
  if (sealed === null) return [];
  const n = today?.n ?? 0;
  const value = today?.value ?? null;
  const params = { sealedN: sealed.n, sealedValue: sealed.value, n, ...(value === null ? {} : { value }) };
  const gone = value === null;
  if (gone || Math.abs(value - sealed.value) > MOVED * expectedChange || Math.abs(n - sealed.n) > MOVED * sealed.n)
    return [refusal('BASELINE_MOVED', params)];
  const same = n === sealed.n && Math.abs(value - sealed.value) <= 1e-9 * Math.max(1, Math.abs(sealed.value));
  return same ? [] : [caution('BASELINE_TOUCHED', params)];
}
