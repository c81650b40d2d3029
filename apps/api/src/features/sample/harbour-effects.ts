import { mondayBefore } from './sample-days.js';
import type { SampleEffect } from './sample-effect.js';
import { CALLED_LESS_ON, IMPROVED_ON, SALARY_CALLS } from './sample-metric.js';

const weeksFrom = (day: string, weeks: number): string =>
  new Date(Date.parse(day) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

type Promised = Pick<SampleEffect, 'metric' | 'direction' | 'change' | 'method' | 'minimumN'> &
  Partial<SampleEffect> & { readonly weeksBefore: number; readonly weeksAfter: number };

/** Whole weeks around a Monday on which something was launched. */
function effect(launchOn: string, { weeksBefore, weeksAfter, ...promised }: Promised): SampleEffect {
  const windows = {
    baselineFrom: weeksFrom(launchOn, -weeksBefore),
    baselineTo: launchOn,
    launchOn,
    evaluateOn: weeksFrom(launchOn, weeksAfter),
  };
  return { grain: 'week', settlingDays: 0, watchDays: 180, ...windows, ...promised };
}

/** The days of the launches. */
export const LAUNCHES = {
  chip: IMPROVED_ON,
  salaryCalls: SALARY_CALLS.begun,
  offerPage: mondayBefore(224),
  machines: mondayBefore(84),
  oneCase: CALLED_LESS_ON,
  twiceDesk: weeksFrom(CALLED_LESS_ON, 2),
  secondReader: mondayBefore(252),
  dueFirst: mondayBefore(56),
  rota: mondayBefore(49),
  keptForm: mondayBefore(28),
  oneList: mondayBefore(-56),
} as const;

/** What the initiatives of Harbour Bank promised, and what its observations make of it. */
export const HARBOUR_EFFECTS = {
  chip: effect(LAUNCHES.chip, {
    metric: 'identity_failed',
    direction: 'down',
    change: 8,
    method: 'interrupted_series',
    minimumN: 2000,
    weeksBefore: 52,
    weeksAfter: 18,
    verdict: 'proven',
  }),
  // Proven, and lost again when the calls were no longer made.
  salaryCalls: effect(LAUNCHES.salaryCalls, {
    metric: 'salary_accounts',
    direction: 'up',
    change: 4,
    method: 'before_after',
    minimumN: 4000,
    settlingDays: 14,
    watchDays: 365,
    weeksBefore: 40,
    weeksAfter: 26,
    verdict: 'proven',
    watch: 'faded',
  }),
  // Everybody had believed in it.
  offerPage: effect(LAUNCHES.offerPage, {
    metric: 'mortgage_accepted',
    direction: 'up',
    change: 6,
    method: 'before_after',
    minimumN: 1000,
    settlingDays: 14,
    weeksBefore: 30,
    weeksAfter: 26,
    verdict: 'not_proven',
  }),
  // The feed of the machines stopped in the middle of it.
  machines: effect(LAUNCHES.machines, {
    metric: 'cash_machine_uptime',
    direction: 'up',
    change: 0.5,
    method: 'before_after',
    minimumN: 100_000,
    weeksBefore: 26,
    weeksAfter: 9,
    verdict: 'insufficient',
    reason: 'MISSING_BUCKETS',
  }),
  // Two at once on one metric: it got better, and nobody can say by which.
  oneCase: effect(LAUNCHES.oneCase, {
    metric: 'calls_repeated',
    direction: 'down',
    change: 600,
    method: 'interrupted_series',
    minimumN: 8,
    weeksBefore: 26,
    weeksAfter: 16,
    verdict: 'proven',
    reason: 'CONFOUNDED',
  }),
  twiceDesk: effect(LAUNCHES.twiceDesk, {
    metric: 'calls_repeated',
    direction: 'down',
    change: 600,
    method: 'interrupted_series',
    minimumN: 8,
    weeksBefore: 28,
    weeksAfter: 14,
    baselineTo: LAUNCHES.oneCase,
    verdict: 'proven',
    reason: 'CONFOUNDED',
  }),
  secondReader: effect(LAUNCHES.secondReader, {
    metric: 'mortgage_days',
    direction: 'down',
    change: 2,
    method: 'before_after',
    minimumN: 80,
    settlingDays: 14,
    weeksBefore: 58,
    weeksAfter: 26,
    verdict: 'worse',
  }),
  // Those to come.
  dueFirst: effect(LAUNCHES.dueFirst, {
    metric: 'held_effort',
    direction: 'up',
    change: 0.6,
    method: 'before_after',
    minimumN: 100,
    settlingDays: 14,
    weeksBefore: 30,
    weeksAfter: 16,
  }),
  rota: effect(LAUNCHES.rota, {
    metric: 'branch_wait_minutes',
    direction: 'down',
    change: 0.5,
    method: 'interrupted_series',
    minimumN: 300,
    weeksBefore: 40,
    weeksAfter: 12,
  }),
  keptForm: effect(LAUNCHES.keptForm, {
    metric: 'opening_completed',
    direction: 'up',
    change: 4,
    method: 'before_after',
    minimumN: 4000,
    settlingDays: 7,
    weeksBefore: 26,
    weeksAfter: 14,
  }),
  // Promised, and not launched yet.
  oneList: effect(LAUNCHES.oneList, {
    metric: 'mortgage_resent',
    direction: 'down',
    change: 12,
    method: 'before_after',
    minimumN: 1500,
    settlingDays: 14,
    weeksBefore: 40,
    baselineTo: mondayBefore(7),
    weeksAfter: 18,
  }),
} as const satisfies Record<string, SampleEffect>;
