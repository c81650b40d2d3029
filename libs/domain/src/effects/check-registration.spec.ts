import { effectOf, LAUNCH, RATING, registered, weekStart } from './effect-series.factory.js';
import {
  checkRegistration,
  type EffectRegistration,
  planEffect,
  type RegisteredMetric,
  type RegistrationContext,
  runningEffect,
} from './index.js';

const metric: RegisteredMetric = { archived: false, unit: 'points', definition: RATING };
const control = { metricId: 'control', segment: null };
const did: Partial<EffectRegistration> = { method: 'difference_in_differences', control };
const north = { dimension: 'region', value: 'north' };
const south = { dimension: 'region', value: 'south' };
const context: RegistrationContext = {
  today: weekStart(LAUNCH),
  launched: false,
  metric,
  controlMetric: metric,
  touches: [],
  others: [],
  plan: null,
};
const check = (changes: Partial<EffectRegistration> = {}, more: Partial<RegistrationContext> = {}) =>
  checkRegistration(registered(changes), { ...context, ...more });
const other = runningEffect(
  registered({ initiativeId: 'other', launchOn: weekStart(LAUNCH + 2), evaluateOn: weekStart(LAUNCH + 30) }),
);

describe('checkRegistration', () => {
  it('has nothing against a sound registration, with and without a control', () => {
    expect(check()).toEqual([]);
    expect(check(did)).toEqual([]);
  });

  it.each<[string, string, string, Partial<EffectRegistration>, Partial<RegistrationContext>]>([
    ['after the launch', 'launchOn', 'already_launched', {}, { launched: true }],
    ['a launch that has passed', 'launchOn', 'launch_in_past', {}, { today: weekStart(LAUNCH + 1) }],
    ['a baseline that has not happened', 'baselineTo', 'baseline_not_happened', {}, { today: weekStart(LAUNCH - 1) }],
    [
      'a baseline that ends after the launch',
      'baselineTo',
      'baseline_after_launch',
      { launchOn: weekStart(LAUNCH), baselineTo: weekStart(LAUNCH + 1), settlingDays: 0 },
      { today: weekStart(LAUNCH) },
    ],
    ['a baseline the wrong way round', 'baselineTo', 'baseline_empty', { baselineTo: weekStart(LAUNCH - 30) }, {}],
    ['a short baseline', 'baselineFrom', 'baseline_too_short', { baselineFrom: weekStart(LAUNCH - 7) }, {}],
    ['an early evaluation', 'evaluateOn', 'evaluation_too_early', { evaluateOn: weekStart(LAUNCH + 9) }, {}],
    ['a negative settling time', 'settlingDays', 'settling_out_of_range', { settlingDays: -1 }, {}],
    ['a metric that is gone', 'metricId', 'metric_gone', {}, { metric: null }],
    ['an archived metric', 'metricId', 'metric_archived', {}, { metric: { ...metric, archived: true } }],
    [
      'a sum, before and after',
      'method',
      'method_cannot_judge',
      {},
      { metric: { ...metric, definition: { ...RATING, aggregation: 'sum' } } },
    ],
    [
      'a formula, by any method',
      'method',
      'method_cannot_judge',
      { method: 'interrupted_series' },
      { metric: { ...metric, definition: { ...RATING, aggregation: 'formula' } } },
    ],
    ['a control that is not asked for', 'control', 'control_unused', { control }, {}],
    ['no control', 'control', 'control_missing', { ...did, control: null }, {}],
    ['a control that is gone', 'control', 'control_gone', did, { controlMetric: null }],
    ['an archived control', 'control', 'control_archived', did, { controlMetric: { ...metric, archived: true } }],
    [
      'a control that is treated',
      'control',
      'control_is_treated',
      { ...did, control: { metricId: 'metric', segment: null } },
      {},
    ],
    [
      'a control that holds the treated',
      'control',
      'control_contains_treated',
      { ...did, segment: north, control: { metricId: 'metric', segment: null } },
      {},
    ],
    ['a control that this one changes', 'control', 'control_gets_change', did, { touches: [control] }],
    [
      'a control that another one changes',
      'control',
      'control_changed_by_other',
      did,
      { others: [{ ...other, target: control }] },
    ],
    ['a control in another unit', 'control', 'control_other_kind', did, { controlMetric: { ...metric, unit: 's' } }],
    ['no change', 'expectedChange', 'change_not_positive', { expectedChange: 0 }, {}],
    ['a change that no scale has', 'expectedChange', 'change_beyond_scale', { expectedChange: 9.5 }, {}],
    ['a minimum of one', 'minimumN', 'minimum_too_small', { minimumN: 1 }, {}],
    ['a level of a half', 'alpha', 'alpha_out_of_range', { alpha: 0.5 }, {}],
    ['a power of a half', 'power', 'power_out_of_range', { power: 0.5 }, {}],
  ])('refuses %s by field and name', (_, path, code, changes, more) => {
    const problems = check(changes, more).filter(({ severity }) => severity === 'refusal');
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
    expect(problems[0]!.message.length).toBeGreaterThan(30);
  });

  it('takes another value of the same dimension for a control, and warns of a crossing one', () => {
    const of = (segment: { dimension: string; value: string }) =>
      check({ ...did, segment: north, control: { metricId: 'metric', segment } });
    expect(of(south)).toEqual([]);
    expect(of({ dimension: 'product', value: 'card' }).map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'control_may_overlap'],
    ]);
  });

  it('says what the plan says: too small a sample, too small a change, an end of the scale', () => {
    const input = effectOf({ expectedChange: 0.05 }, { weeks: [LAUNCH - 26, LAUNCH], seed: 3 });
    const plan = planEffect(input);
    const warnings = check({ expectedChange: 0.05 }, { plan });
    expect(warnings.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'minimum_below_power'],
      ['warning', 'change_too_small_to_see'],
    ]);
    const much = planEffect(effectOf({ expectedChange: 4 }, { weeks: [LAUNCH - 26, LAUNCH], seed: 3 }));
    expect(check({ expectedChange: 4 }, { plan: much }).map(({ code }) => code)).toEqual(['change_beyond_end']);
  });

  it('warns of another initiative on the same metric in the same time', () => {
    expect(check({}, { others: [other] }).map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'confounded'],
    ]);
  });
});
